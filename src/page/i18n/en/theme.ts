/** The choice of colours. */
export const theme = {
  label: 'Colours',
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
  now: (choice: string) => `Colours: ${choice}. Change.`,
};
