const provinceLetters = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川蜀宁琼滇陇黔秦';

const filing = new RegExp(`^[${provinceLetters}]ICP备\\d{6,10}号(-\\d{1,4}[A-Z]?)?$`);
const licence = new RegExp(
  `^([${provinceLetters}]|合字)(B2|B1|A2|A1)(\\.B1)?(-|\\.)\\d{6,10}(-\\d{1,4})?(号)?$`,
);
const oldLicence = new RegExp(`^[${provinceLetters}]ICP证\\d{4,8}号(-\\d{1,4})?$`);

/** What an ICP number is by its shape: a filing (粤ICP备2026000001号-1), a licence (粤B2-20261234, 京ICP证030173号) or unknown. */
export function icpNumberKind(written: string): 'filing' | 'licence' | 'unknown' {
  const plain = written.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  if (filing.test(plain)) return 'filing';
  return licence.test(plain) || oldLicence.test(plain) ? 'licence' : 'unknown';
}
