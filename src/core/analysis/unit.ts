/** What a number of a curve or of a table measures. */
export type Unit = 'tokens' | 'nats' | 'score' | 'cosine' | 'share' | 'epochs';
