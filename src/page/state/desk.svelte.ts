import { selectTasks } from '../../core/analysis/selection/selectTasks.ts';
import { lookUp } from '../../core/lookUp.ts';
import type { ChannelLevel } from '../../core/protocol/index.ts';
import { modelNames, modelSizes, type ModelName } from '../../core/models.ts';
import { defaultLevel, mixingShares } from '../../core/sampling/mixingRates.ts';
import type { SettingValue } from '../../core/settingRows.ts';
import { restoreRows, storedSettings } from '../../core/settings/lift.ts';
import { checkSetting } from '../../core/settings/parse.ts';
import {
  defaultSettings,
  type SettingKey,
  type Settings,
  settingsTable,
} from '../../core/settings/table.ts';
import { Channel, type ChannelListing, type ChannelPosition } from './channel.svelte.ts';
import type { TaskBundle } from './datasets.ts';
import { clusterLooks, type ChannelLook } from './looks.ts';
import { OpenBuses } from './openBuses.svelte.ts';
import { Persisted, oneOf } from './persisted.svelte.ts';

type Positions = Readonly<Record<string, ChannelPosition>>;
type BusLevels = Readonly<Record<string, number>>;
type Overrides = Readonly<Partial<Settings>>;

/** What is asked of the next run: the channels with their faders, the settings, the model. */
export class Desk {
  channels = $state.raw<readonly Channel[]>([]);
  /** Files that hold several built-in tasks, for loading them faster. */
  bundles: readonly TaskBundle[] = [];
  readonly #model = new Persisted<ModelName>('model', 'mini', oneOf(modelNames));
  readonly #stored = new Persisted('settings', storedSettings<Overrides>({}), (raw) =>
    storedSettings<Overrides>(restoreRows(settingsTable, raw)),
  );
  readonly #positions = new Persisted<Positions>('faders', {}, parsePositions);
  /** By cluster; those that no hand has moved are not in it. */
  readonly #busLevels = new Persisted<BusLevels>('buses', {}, parseLevels);
  /** A model named in the address wins over the remembered one, for this visit. */
  #modelOfVisit = $state.raw<ModelName | null>(null);
  #settingsOfVisit = $state.raw<Overrides>({});

  readonly modelName: ModelName = $derived(this.#modelOfVisit ?? this.#model.current);
  readonly #overrides: Overrides = $derived(this.#stored.current.values);
  /** What the settings are until a hand changes them. */
  readonly defaults: Settings = $derived(defaultSettings(modelSizes[this.modelName]));
  readonly settings: Settings = $derived({
    ...this.defaults,
    ...this.#overrides,
    ...this.#settingsOfVisit,
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
    })),
  );
  /** Share of each channel in the mixture, summing to 1; all 0 when nothing is on. */
  readonly shares: Readonly<Record<string, number>> = $derived(
    sharesOf(this.settings, this.#playing, this.levels),
  );
  readonly hasMix: boolean = $derived(Object.values(this.shares).some((share) => share > 0));
  /** The channels by cluster, in order of first appearance: the buses of the desk. */
  readonly clusters: readonly Cluster[] = $derived(byCluster(this.channels));
  readonly #busOf: ReadonlyMap<Channel, Cluster> = $derived(
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- made anew, never changed
    new Map(
      this.clusters
        .filter(({ channels }) => channels.length > 1)
        .flatMap((cluster) => cluster.channels.map((channel) => [channel, cluster] as const)),
    ),
  );
  readonly #openBuses = new OpenBuses();
  readonly looks: Readonly<Record<string, ChannelLook>> = $derived(clusterLooks(this.channels));

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

  channel(id: string): Channel | undefined {
    return this.channels.find((channel) => channel.id === id);
  }

  add(listing: ChannelListing): Channel {
    const channel = new Channel(listing, lookUp(this.#positions.current, listing.id));
    this.channels = [...this.channels.filter(({ id }) => id !== listing.id), channel];
    return channel;
  }

  remove(id: string): void {
    this.channels = this.channels.filter((channel) => channel.id !== id);
  }

  /** Moves one fader. Under a computed strategy the hand takes over from the shares as they are. */
  setLevel(channel: Channel, level: number): void {
    if (this.settings.strategy !== 'faders') this.takeOver();
    channel.level = inTravel(level);
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
    return lookUp(this.#busLevels.current, name) ?? defaultLevel;
  }

  setBusLevel({ name }: Cluster, level: number): void {
    if (this.settings.strategy !== 'faders') this.takeOver();
    this.#busLevels.current = { ...this.#busLevels.current, [name]: inTravel(level) };
  }

  /** What a channel weighs in the mixture: its own fader times its bus's, which at its default leaves it as it is. */
  #levelInMix(channel: Channel): number {
    const cluster = this.#busOf.get(channel);
    return cluster ? (channel.level * this.busLevel(cluster)) / defaultLevel : channel.level;
  }

  share(id: string): number {
    return lookUp(this.shares, id) ?? 0;
  }

  clusterShare({ channels }: Cluster): number {
    return channels.reduce((sum, { id }) => sum + this.share(id), 0);
  }

  /** Mutes all channels of a cluster, or opens all when all are muted. */
  toggleClusterMute({ channels }: Cluster): void {
    const areMuted = channels.every(({ isMuted }) => isMuted);
    for (const channel of channels) channel.isMuted = !areMuted;
    this.#remember();
  }

  /** Channels that still play and would teach what this cluster asks. */
  leaksInto({ name }: Cluster): readonly Channel[] {
    const { removed } = selectTasks([name], this.channels);
    return this.channels.filter(
      (channel) => removed.includes(channel.id) && this.isAudible(channel),
    );
  }

  mute(channels: readonly Channel[]): void {
    for (const channel of channels) channel.isMuted = true;
    this.#remember();
  }

  toggleClusterSolo({ channels }: Cluster, isAdditive: boolean): void {
    const wereSolo = channels.every(({ isSolo }) => isSolo);
    if (!isAdditive) for (const other of this.channels) other.isSolo = false;
    for (const channel of channels) channel.isSolo = !wereSolo;
  }

  toggleMute(channel: Channel): void {
    channel.isMuted = !channel.isMuted;
    this.#remember();
  }

  /** Exclusive unless `isAdditive`. Solo is a moment's listening and is not remembered. */
  toggleSolo(channel: Channel, isAdditive: boolean): void {
    const wasSolo = channel.isSolo;
    if (!isAdditive) for (const other of this.channels) other.isSolo = false;
    channel.isSolo = !wasSolo;
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
    this.#busLevels.current = {};
    this.#remember();
  }

  /** @throws AppError 'bad-setting' for a value that the setting's row refuses. */
  setSetting(key: SettingKey, value: SettingValue): void {
    checkSetting(settingsTable, key, value);
    this.#settingsOfVisit = without(this.#settingsOfVisit, key);
    this.#override({ ...this.#overrides, [key]: value });
  }

  resetSetting(key: SettingKey): void {
    this.#settingsOfVisit = without(this.#settingsOfVisit, key);
    this.#override(without(this.#overrides, key));
  }

  resetSettings(): void {
    this.#settingsOfVisit = {};
    this.#override({});
  }

  /** Settings named in the address: they win over the remembered ones until a hand changes them. */
  useSettingsForVisit(settings: Overrides): void {
    this.#settingsOfVisit = settings;
  }

  chooseModel(name: ModelName): void {
    this.#modelOfVisit = null;
    this.#model.current = name;
  }

  useModelForVisit(name: ModelName): void {
    this.#modelOfVisit = name;
  }

  /** Faders set to what the computed strategy gave, the largest share on top of the travel; buses at rest. */
  takeOver(): void {
    const shares = this.shares;
    this.#busLevels.current = {};
    const largest = Math.max(...Object.values(shares));
    for (const channel of this.channels) {
      const share = lookUp(shares, channel.id) ?? 0;
      if (share > 0) channel.level = Math.max(1, Math.round((100 * share) / largest));
    }
    this.setSetting('strategy', 'faders');
  }

  #override(overrides: Overrides): void {
    this.#stored.current = storedSettings(overrides);
  }

  #remember(): void {
    const positions = this.channels.map(
      ({ id, level, isMuted }) => [id, { level, isMuted }] as const,
    );
    this.#positions.current = { ...this.#positions.current, ...Object.fromEntries(positions) };
  }
}

const without = (settings: Overrides, key: SettingKey): Overrides =>
  Object.fromEntries(Object.entries(settings).filter(([other]) => other !== key));

function sharesOf(
  settings: Settings,
  channels: readonly Channel[],
  levels: readonly ChannelLevel[],
): Record<string, number> {
  const shares = mixingShares(
    settings,
    channels.map(({ size }, i) => ({ size, level: levels[i]!.level, isOn: levels[i]!.isOn })),
  );
  return Object.fromEntries(channels.map(({ id }, i) => [id, shares?.[i] ?? 0]));
}

/** A fader's travel: whole numbers from 0 to 100. */
const inTravel = (level: number): number => Math.min(100, Math.max(0, Math.round(level)));

/** Channels that share a skill, played by one fader. */
export interface Cluster {
  readonly name: string;
  readonly channels: readonly Channel[];
}

function byCluster(channels: readonly Channel[]): Cluster[] {
  const names = [...new Set(channels.map(({ cluster }) => cluster))];
  return names.map((name) => ({
    name,
    channels: channels.filter(({ cluster }) => cluster === name),
  }));
}

function parseLevels(raw: unknown): BusLevels | null {
  if (typeof raw !== 'object' || raw === null) return null;
  return Object.fromEntries(Object.entries(raw).filter(([, level]) => isLevel(level)));
}

const isLevel = (raw: unknown): raw is number => typeof raw === 'number' && raw >= 0 && raw <= 100;

function parsePositions(raw: unknown): Positions | null {
  if (typeof raw !== 'object' || raw === null) return null;
  const entries = Object.entries(raw).filter(([, position]) => isPosition(position));
  return Object.fromEntries(entries);
}

function isPosition(raw: unknown): raw is ChannelPosition {
  if (typeof raw !== 'object' || raw === null) return false;
  if (!('level' in raw) || !('isMuted' in raw)) return false;
  const { level, isMuted } = raw;
  return isLevel(level) && typeof isMuted === 'boolean';
}
