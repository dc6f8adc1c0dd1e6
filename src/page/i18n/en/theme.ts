/** The choice of colours. */
export const theme = {
  label: 'Colours',
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
};
