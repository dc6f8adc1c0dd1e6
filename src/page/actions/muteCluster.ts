import { clusterName } from '../i18n/names.ts';
import { t } from '../i18n/texts.ts';
import type { Cluster } from '../state/cluster.ts';
import type { Desk } from '../state/desk.svelte.ts';
import type { Notices } from '../state/notices.svelte.ts';

interface Parts {
  readonly desk: Desk;
  readonly notices: Notices;
}

/** A muted cluster is held out only once nothing that plays leaks into it: says so, and offers it. */
export function muteCluster({ desk, notices }: Parts, cluster: Cluster): void {
  desk.toggleMute(cluster.channels);
  const leaks = desk.leaksInto(cluster);
  if (leaks.length === 0 || cluster.channels.some(({ isMuted }) => !isMuted)) return;
  const names = leaks.map(({ name }) => name);
  notices.done(t.desk.isMuted(clusterName(cluster.name)), t.desk.leaks(names), {
    label: t.desk.muteLeaks(leaks.length),
    run: () => desk.setMuted(leaks, true),
  });
}
