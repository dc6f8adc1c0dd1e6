/** What a number of a curve or of a table measures. */
export type Unit = 'nats' | 'score' | 'cosine' | 'share';
