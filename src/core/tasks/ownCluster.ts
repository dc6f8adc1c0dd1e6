/** The cluster of a dropped file that names none; the page words it. */
export const ownCluster = 'own data';
