const plain = /^(?:[A-Za-z][\w ./'’()+-]*|\d+\.\d+\.\d[\w.+-]*)$/;
const otherwise = /^(?:true|false|null|yes|no|on|off)$/i;

/** A text as a YAML value on one line: as it is where that is safe, else in quotes. */
export const yamlText = (text: string): string =>
  plain.test(text) && !otherwise.test(text) && !text.endsWith(' ') ? text : JSON.stringify(text);
