/** Blocks of the template language as they are put into a wording, ready to be filled in. */
export const building = [
  { id: 'if', words: '{% if app.installedName %}\n\n{% endif %}\n' },
  { id: 'for', words: '{% for party in parties %}\n{{ party.name }}\n{% endfor %}\n' },
  { id: 'heading', words: '## ' },
  { id: 'numbered', words: '1. ' },
  { id: 'salutation', words: '::: salutation\n：\n:::\n' },
  { id: 'particulars', words: '::: particulars\n名称: {{ company.name }}\n:::\n' },
  { id: 'note', words: '::: note\n\n:::\n' },
  { id: 'handwritten', words: '::: handwritten\ncopy: \ndate: blank\n:::\n' },
  { id: 'signature', words: '::: signature\nparty: {{ company.name }}\nline: 法定代表人（签字）：\n:::\n' },
  { id: 'blank', words: '　　　　　　' },
] as const;
