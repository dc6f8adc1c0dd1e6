/** Of the open fader schedule, for the key that opens it. */
export const scheduleId = 'fader-schedule';
