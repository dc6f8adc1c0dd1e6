import type { DeskSetup } from '../../core/desk/deskSetup.ts';
import { modelSizes, type ModelName } from '../../core/models.ts';
import type { SettingValue } from '../../core/settingRows.ts';
import { checkSetting } from '../../core/settings/parse.ts';
import {
  defaultSettings,
  type SettingKey,
  type Settings,
  settingsTable,
} from '../../core/settings/table.ts';

type Overrides = DeskSetup['settings'];

/** The model and the settings that are asked for: what the hand has changed, and above it what the address of this visit names. */
export class AskedSettings {
  #model = $state<ModelName>('mini');
  #overrides = $state.raw<Overrides>({});
  #modelOfVisit = $state.raw<ModelName | null>(null);
  #ofVisit = $state.raw<Overrides>({});

  readonly model: ModelName = $derived(this.#modelOfVisit ?? this.#model);
  /** What the settings are until a hand changes them. */
  readonly defaults: Settings = $derived(defaultSettings(modelSizes[this.model]));
  /** What differs from them on purpose. */
  readonly changed: Overrides = $derived({ ...this.#overrides, ...this.#ofVisit });
  readonly all: Settings = $derived({ ...this.defaults, ...this.changed });

  /** Without what only this visit's address asks for. */
  get kept(): Pick<DeskSetup, 'model' | 'settings'> {
    return { model: this.#model, settings: this.#overrides };
  }

  /** These in the place of all that was asked for, by whomever. */
  replace({ model, settings }: Pick<DeskSetup, 'model' | 'settings'>): void {
    this.#modelOfVisit = null;
    this.#ofVisit = {};
    this.#model = model;
    this.#overrides = settings;
  }

  /** These where no hand has said otherwise. */
  beginWith(settings: Overrides): void {
    this.#overrides = { ...settings, ...this.#overrides };
  }

  /** @throws AppError 'bad-setting' for a value that the setting's row refuses. */
  set(key: SettingKey, value: SettingValue): void {
    checkSetting(settingsTable, key, value);
    this.#ofVisit = without(this.#ofVisit, key);
    this.#overrides = { ...this.#overrides, [key]: value };
  }

  reset(key: SettingKey): void {
    this.#ofVisit = without(this.#ofVisit, key);
    this.#overrides = without(this.#overrides, key);
  }

  resetAll(): void {
    this.#ofVisit = {};
    this.#overrides = {};
  }

  choose(model: ModelName): void {
    this.#modelOfVisit = null;
    this.#model = model;
  }

  /** Settings named in the address: they win over the remembered ones until a hand changes them. */
  useForVisit(settings: Overrides): void {
    this.#ofVisit = settings;
  }

  /** A model named in the address wins over the remembered one, for this visit. */
  useModelForVisit(model: ModelName): void {
    this.#modelOfVisit = model;
  }
}

const without = (settings: Overrides, key: SettingKey): Overrides =>
  Object.fromEntries(Object.entries(settings).filter(([other]) => other !== key));
