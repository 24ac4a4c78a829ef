/** A PDF of these numbered objects, from 1, with a right table of places; `trailer` is added to its trailer. */
export function pdfBytes(objects: readonly string[], trailer = ''): Buffer {
  let body = '%PDF-1.7\n';
  const places: number[] = [];
  for (const [index, object] of objects.entries()) {
    places.push(body.length);
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer << /Root 1 0 R /Size ${size} ${trailer} >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
}

/** A stream object with these entries. */
export const pdfStream = (content: string, entries = ''): string =>
  `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;

/** A PDF of one page: object 4 is its content, further objects follow from 5. */
export function onePagePdf(
  content: string,
  { box = '0 0 595 842', resources = '<< >>', more = [] as readonly string[], trailer = '' } = {},
): Buffer {
  return pdfBytes(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents 4 0 R /Resources ${resources} >>`,
      pdfStream(content),
      ...more,
    ],
    trailer,
  );
}

/** A PDF that asks for a password which nobody has. */
export const lockedPdf = (): Buffer =>
  onePagePdf('0 0 m 100 100 l S', {
    trailer: `/ID [<${'a1'.repeat(16)}> <${'a1'.repeat(16)}>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${'5c'.repeat(32)}> /U <${'7d'.repeat(32)}> >>`,
  });
