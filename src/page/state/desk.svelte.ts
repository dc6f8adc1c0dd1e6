import { selectTasks } from '../../core/analysis/selection/selectTasks.ts';
import { levelInMix } from '../../core/desk/channelsOf.ts';
import type { DeskState } from '../../core/desk/deskChange.ts';
import { deskFileOf, type DeskSetup, type DeskTask } from '../../core/desk/deskSetup.ts';
import { lookUp } from '../../core/lookUp.ts';
import type { ChannelLevel, FaderSchedule } from '../../core/protocol/index.ts';
import type { ModelName } from '../../core/models.ts';
import { defaultLevel } from '../../core/sampling/mixingRates.ts';
import type { SettingValue } from '../../core/settingRows.ts';
import type { SettingKey, Settings } from '../../core/settings/table.ts';
import { AskedSettings } from './askedSettings.svelte.ts';
import type { Channel, ChannelListing } from './channel.svelte.ts';
import { busesOf, byCluster, type Cluster } from './cluster.ts';
import { Library } from './library.svelte.ts';
import { taskLooks, type ChannelLook } from './looks.ts';
import { OwnColours } from './ownColours.svelte.ts';
import { OpenBuses } from './openBuses.svelte.ts';
import { writeStored } from './persisted.svelte.ts';
import { sharesOf } from './sharesOf.ts';
import { deskKey, storedDesk } from './storedDesk.ts';

type Overrides = DeskSetup['settings'];

/** What is asked of the next run: the tasks on the desk with their faders, the settings, the model. */
export class Desk {
  readonly library: Library;
  channels = $state.raw<readonly Channel[]>([]);
  /** Tasks that should be on the desk and that the library does not hold, or not yet. */
  absent = $state.raw<readonly DeskTask[]>([]);
  /** Whether an earlier visit or a link has said which tasks should be on it. */
  isRemembered = false;
  readonly #asked = new AskedSettings();
  /** By cluster; those that no hand has moved are not in it. */
  #busLevels = $state.raw<DeskSetup['buses']>({});
  #schedule = $state.raw<FaderSchedule>([]);

  /** All that the hand sets before Train, as plain data. */
  readonly setup: DeskSetup = $derived({
    model: this.modelName,
    tasks: this.channels.map(({ place }) => place),
    buses: this.#busLevels,
    settings: this.#asked.changed,
    ...withSchedule(this.#schedule),
  });
  /** With what is only listened to for a moment. */
  readonly state: DeskState = $derived({
    setup: this.setup,
    solos: this.channels.filter(({ isSolo }) => isSolo).map(({ id }) => id),
  });
  readonly hasSolo: boolean = $derived(this.channels.some((channel) => channel.isSolo));
  /** Tasks of the run on its way; null while there is none. */
  #tasksOfRun = $state.raw<ReadonlySet<string> | null>(null);
  readonly #playing: readonly Channel[] = $derived(
    this.channels.filter((channel) => !this.isForNextRun(channel)),
  );
  /** Of the channels that play: while a run is on, of those that it began with. */
  readonly levels: readonly ChannelLevel[] = $derived(
    this.#playing.map((channel) => ({
      taskId: channel.id,
      level: this.#levelInMix(channel),
      isOn: this.isAudible(channel),
      ...(channel.maxExamples !== null && { maxExamples: channel.maxExamples }),
      ...(channel.chosenMetric !== null && { metric: channel.chosenMetric }),
    })),
  );
  /** Share of each channel in the mixture, summing to 1; all 0 when nothing is on. */
  readonly shares: Readonly<Record<string, number>> = $derived(
    sharesOf(this.settings, this.#playing, this.levels),
  );
  readonly hasMix: boolean = $derived(Object.values(this.shares).some((share) => share > 0));
  /** The channels by cluster, in order of first appearance: the buses of the desk. */
  readonly clusters: readonly Cluster[] = $derived(byCluster(this.channels));
  readonly #busOf: ReadonlyMap<Channel, Cluster> = $derived(busesOf(this.clusters));
  readonly #openBuses = new OpenBuses();
  readonly colours = new OwnColours();
  readonly looks: Readonly<Record<string, ChannelLook>> = $derived(
    Object.fromEntries(
      Object.entries(taskLooks(this.channels)).map(([id, look]) => [id, this.colours.of(id, look)]),
    ),
  );

  get modelName(): ModelName {
    return this.#asked.model;
  }

  /** What the settings are until a hand changes them. */
  get defaults(): Settings {
    return this.#asked.defaults;
  }

  get settings(): Settings {
    return this.#asked.all;
  }

  constructor(library: Library = new Library()) {
    this.library = library;
    const { model, tasks, buses, settings, schedule = [] } = storedDesk();
    this.#schedule = schedule;
    this.isRemembered = tasks !== null;
    this.#busLevels = buses;
    this.#asked.replace({ model: model ?? this.modelName, settings });
    if (tasks) this.absent = tasks;
  }

  /**
   * The whole desk as in this value. Tasks that the library lacks wait in `absent`.
   * @param solos tasks to be soloed; left out, they stay as they are
   */
  useSetup(
    { model, tasks, buses, settings, schedule = [] }: DeskSetup,
    solos?: readonly string[],
  ): void {
    this.isRemembered = true;
    this.#asked.replace({ model, settings });
    this.#busLevels = buses;
    this.#schedule = schedule;
    this.#place(tasks);
    if (solos) for (const channel of this.channels) channel.isSolo = solos.includes(channel.id);
    this.#remember();
  }

  /** What the page opens with where an earlier visit has left nothing; its model is the page's own default. */
  openWith({ tasks, settings, buses, schedule = [] }: DeskSetup): void {
    if (this.isRemembered) return;
    this.absent = tasks;
    this.#asked.beginWith(settings);
    this.#busLevels = { ...buses, ...this.#busLevels };
    if (this.#schedule.length === 0) this.#schedule = schedule;
  }

  /** As `setup`, with the tasks that are absent and without what only this visit's address asks for. */
  get kept(): DeskSetup {
    const tasks = [...this.channels.map(({ place }) => place), ...this.absent];
    return {
      ...this.#asked.kept,
      tasks,
      buses: this.#busLevels,
      ...withSchedule(this.#schedule),
    };
  }

  forgetAbsent(): void {
    this.absent = [];
    this.#remember();
  }

  /** Puts on the desk what should be there and is in the library by now. */
  placeAbsent(): void {
    this.#place([...this.channels.map(({ place }) => place), ...this.absent]);
  }

  #place(tasks: readonly DeskTask[]): void {
    const channels = tasks.flatMap((task) => {
      const channel = this.library.find(task.id);
      if (!channel) return [];
      if (!this.channels.includes(channel)) channel.isSolo = false;
      channel.place = task;
      return [channel];
    });
    this.channels = channels;
    this.absent = tasks.filter(({ id }) => !this.library.find(id));
  }

  /** DAW custom: mute always silences; once anything is soloed, only soloed channels sound. */
  isAudible(channel: Channel): boolean {
    return !channel.isMuted && (!this.hasSolo || channel.isSolo);
  }

  /** A channel that came after the run on its way had begun: only the next one trains on it. */
  isForNextRun({ id }: Channel): boolean {
    return this.#tasksOfRun !== null && !this.#tasksOfRun.has(id);
  }

  /** From now on a run with these tasks is on its way; null: it has ended. */
  followRun(taskIds: readonly string[] | null): void {
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made anew, never changed
    this.#tasksOfRun = taskIds && new Set(taskIds);
  }

  isInRun(id: string): boolean {
    return this.#tasksOfRun?.has(id) ?? false;
  }

  isOnDesk(channel: Channel): boolean {
    return this.channels.includes(channel);
  }

  channel(id: string): Channel | undefined {
    return this.channels.find((channel) => channel.id === id);
  }

  /** A task that comes from outside: into the library and onto the desk, in the place of one with its id. */
  add(listing: ChannelListing): Channel {
    const before =
      this.channel(listing.id)?.place ?? this.absent.find(({ id }) => id === listing.id);
    const channel = this.library.put(listing);
    if (before) channel.place = before;
    this.absent = this.absent.filter(({ id }) => id !== listing.id);
    this.channels = [...this.channels.filter(({ id }) => id !== listing.id), channel];
    this.#remember();
    return channel;
  }

  /** Tasks of the library onto the desk, behind what is there: trained on, or only watched. */
  put(channels: readonly Channel[], isWatched = false): void {
    const added = channels.filter((channel) => !this.channels.includes(channel));
    for (const channel of added) {
      channel.place = { level: defaultLevel, isMuted: isWatched };
      channel.isSolo = false;
    }
    this.channels = [...this.channels, ...added];
    this.#remember();
  }

  /** Off the desk; they stay in the library. */
  takeOff(channels: readonly Channel[]): void {
    this.isRemembered = true;
    this.channels = this.channels.filter((channel) => !channels.includes(channel));
    this.#remember();
  }

  /** Moves one fader. */
  setLevel(channel: Channel, level: number): void {
    this.setLevels([[channel, level]]);
  }

  /** Moves several at once. Under a computed strategy the hand takes over from the shares as they are. */
  setLevels(levels: readonly (readonly [Channel, number])[]): void {
    if (this.settings.strategy !== 'faders') this.takeOver();
    for (const [channel, level] of levels) channel.level = inTravel(level);
    this.#remember();
  }

  isOpen({ name }: Cluster): boolean {
    return this.#openBuses.isOpen(name, this.channels.length);
  }

  toggleOpen(cluster: Cluster): void {
    this.#openBuses.set([cluster.name], !this.isOpen(cluster));
  }

  openAll(areOpen: boolean): void {
    const names = this.clusters.map(({ name }) => name);
    this.#openBuses.set(names, areOpen);
  }

  /** Opens the bus that hides this channel. */
  uncover(channel: Channel): void {
    const cluster = this.#busOf.get(channel);
    if (cluster && !this.isOpen(cluster)) this.toggleOpen(cluster);
  }

  /** Where a cluster's own fader stands. Like a desk's group fader it scales its channels, whose faders stay. */
  busLevel({ name }: Cluster): number {
    return lookUp(this.#busLevels, name) ?? defaultLevel;
  }

  setBusLevel({ name }: Cluster, level: number): void {
    if (this.settings.strategy !== 'faders') this.takeOver();
    this.#busLevels = { ...this.#busLevels, [name]: inTravel(level) };
    this.#remember();
  }

  /** What a channel weighs in the mixture: its own fader times its bus's, which at its default leaves it as it is. */
  #levelInMix(channel: Channel): number {
    const cluster = this.#busOf.get(channel);
    return levelInMix(channel.level, cluster ? this.busLevel(cluster) : defaultLevel);
  }

  /** Where the channel's own fader would stand for this weight in the mixture, 0–100. */
  ownLevel(channel: Channel, levelInMix: number): number {
    const cluster = this.#busOf.get(channel);
    const busLevel = cluster ? this.busLevel(cluster) : defaultLevel;
    // A bus that is down weighs nothing; what moves by itself passes it by.
    return inTravel(busLevel === 0 ? levelInMix : (levelInMix * defaultLevel) / busLevel);
  }

  share(id: string): number {
    return lookUp(this.shares, id) ?? 0;
  }

  /** Mutes these channels, or opens all when all are muted. */
  toggleMute(channels: readonly Channel[]): void {
    this.setMuted(channels, !channels.every(({ isMuted }) => isMuted));
  }

  /** Channels that still play and would teach what this cluster asks. */
  leaksInto({ name }: Cluster): readonly Channel[] {
    const { removed } = selectTasks([name], this.channels);
    return this.channels.filter(
      (channel) => removed.includes(channel.id) && this.isAudible(channel),
    );
  }

  setMuted(channels: readonly Channel[], isMuted: boolean): void {
    for (const channel of channels) channel.isMuted = isMuted;
    this.#remember();
  }

  /**
   * Solos these channels, or none of them when all are. Exclusive unless `isAdditive`. Solo is a moment's listening and
   * is not remembered.
   */
  toggleSolo(channels: readonly Channel[], isAdditive: boolean): void {
    const wereSolo = channels.every(({ isSolo }) => isSolo);
    if (!isAdditive) this.clearSolo();
    for (const channel of channels) channel.isSolo = !wereSolo;
  }

  clearSolo(): void {
    for (const channel of this.channels) channel.isSolo = false;
  }

  resetFaders(): void {
    for (const channel of this.channels) {
      channel.level = defaultLevel;
      channel.isMuted = false;
      channel.isSolo = false;
    }
    this.#busLevels = {};
    this.#remember();
  }

  /** @throws AppError 'bad-setting' for a value that the setting's row refuses. */
  setSetting(key: SettingKey, value: SettingValue): void {
    this.#asked.set(key, value);
    this.#remember();
  }

  resetSetting(key: SettingKey): void {
    this.#asked.reset(key);
    this.#remember();
  }

  resetSettings(): void {
    this.#asked.resetAll();
    this.#remember();
  }

  /** Settings named in the address: they win over the remembered ones until a hand changes them. */
  useSettingsForVisit(settings: Overrides): void {
    this.#asked.useForVisit(settings);
  }

  chooseModel(name: ModelName): void {
    this.#asked.choose(name);
    this.#remember();
  }

  useModelForVisit(name: ModelName): void {
    this.#asked.useModelForVisit(name);
  }

  /** What moves by itself in the next run, in order of its steps. */
  get schedule(): FaderSchedule {
    return this.#schedule;
  }

  setSchedule(schedule: FaderSchedule): void {
    this.#schedule = schedule;
    this.#remember();
  }

  /** At most so many of the task's training examples are used; null: all. */
  setMaxExamples(channel: Channel, maxExamples: number | null): void {
    channel.maxExamples = maxExamples;
    this.#remember();
  }

  /** The metric that scores the task in the next run; its own is written as none. */
  setMetric(channel: Channel, metric: string): void {
    channel.chosenMetric = metric === channel.ownMetric ? null : metric;
    this.#remember();
  }

  /** Faders set to what the computed strategy gave, the largest share on top of the travel; buses at rest. */
  takeOver(): void {
    const shares = this.shares;
    this.#busLevels = {};
    const largest = Math.max(...Object.values(shares));
    for (const channel of this.channels) {
      const share = lookUp(shares, channel.id) ?? 0;
      if (share > 0) channel.level = Math.max(1, Math.round((100 * share) / largest));
    }
    this.setSetting('strategy', 'faders');
  }

  #remember(): void {
    const { tasks, ...file } = deskFileOf(this.kept);
    // An empty list would be a desk that was emptied on purpose.
    const isKnown = tasks.length > 0 || this.isRemembered;
    writeStored(deskKey, { ...file, ...(isKnown && { tasks }) });
  }
}

const withSchedule = (schedule: FaderSchedule): Pick<DeskSetup, 'schedule'> =>
  schedule.length > 0 ? { schedule } : {};

/** A fader's travel: whole numbers from 0 to 100. */
const inTravel = (level: number): number => Math.min(100, Math.max(0, Math.round(level)));
