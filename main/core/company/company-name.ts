import { lettersOf } from '../app/plain-text.ts';

const name =
  '((?!您|你|用户|与|和|第三方)[\\p{Script=Han}A-Za-z0-9·&（）()]{2,40}?(?:有限责任公司|有限公司|股份公司|集团公司|事务所|合作社|研究院|基金会|（有限合伙）|\\(有限合伙\\)))';
const subject = '(?:隐私政策|隐私协议|用户协议|服务协议|政策|协议|条款|应用|软件|小程序|产品|服务|平台)';
const opening = '[\\s“"「『【*|]{0,6}';

/** Where a policy or an agreement says whose it is. A company named elsewhere, such as the maker of an SDK, does not count. */
const whose = [
  new RegExp(`本${subject}(?:是|系)?由${opening}${name}`, 'gu'),
  new RegExp(`(?:我们|本公司)(?:是|指的是|系指|是指|指|，即|即|[（(]即)${opening}${name}`, 'gu'),
  new RegExp(
    `(?:运营者|运营方|运营主体|运营公司|运营单位|开发者|开发主体|开发方|服务提供者|服务提供方|公司名称|公司全称|主体名称|企业名称)(?:名称)?(?:为|是|系)?[\\s：:|*]{0,6}${opening}${name}`,
    'gu',
  ),
  new RegExp(
    `(?:您|用户)(?:与|和)${opening}${name}(?=[\\s”"」』】*]{0,4}(?:之间|订立|签订|签署|[（(]以下|[（(]下称))`,
    'gu',
  ),
];

/** What a company is called that runs or makes an app. */
const running =
  '(?:开发者|运营者|运营方|运营商|开发商|开发方|运营主体|开发主体|运营单位|运营公司|开发公司|服务提供者|服务提供方|提供者|提供方)';

/** A company before what it is: “X公司（下称…）是…的开发者”, “X公司（以下称“我们”）”, “由X公司开发并运营”. */
const whoseAfter = [
  new RegExp(`${name}(?:\\s*[（(][^（）()]{0,60}[）)])?\\s*(?:是|为|系)[^。；;\\n]{0,40}?${running}`, 'gu'),
  new RegExp(`${name}\\s*[（(][^（）()]{0,30}(?:我们|本公司)[^（）()]{0,12}[）)]`, 'gu'),
  new RegExp(
    `由${opening}${name}(?:\\s*[（(][^（）()]{0,60}[）)])?[\\s”"」』】*]{0,4}(?:独立|自主|负责)?(?:开发|运营|研发)`,
    'gu',
  ),
  new RegExp(
    `${name}(?:\\s*[（(][^（）()]{0,60}[）)])?(?:制定|发布|开发|运营)(?:了|和运营|并运营)?本${subject}`,
    'gu',
  ),
];

/** Words that lead up to a company's name without being part of it. */
const leadIn =
  /^.*(?:(?<![自理来])由|我们是|公司是|作为|的|使用|选择|欢迎|感谢|关于|适用于|联系|信任|鉴于|通过|(?:您|户)[与和])/u;

/** A sentence about a part that others supply says nothing on the app itself. */
const ofAPart = /SDK|插件|组件|第三方|供应商|服务商/iu;
/** A company that is said to supply one of these is no operator of the app. */
const supplied = /SDK|插件|组件|第三方|接口|统计|推送|短信|支付|云服务/iu;

/** What a pattern finds outside sentences on parts that others supply. */
const outsideParts = (text: string, pattern: RegExp): readonly RegExpExecArray[] =>
  [...text.matchAll(pattern)].filter(
    (match) =>
      !ofAPart.test(
        text
          .slice(0, match.index)
          .split(/[。；;\n]/u)
          .at(-1) ?? '',
      ),
  );

/** Whether a text names a company in full, however its brackets, blanks and line breaks are written. */
export const isCompanyNamed = (text: string, company: string): boolean =>
  lettersOf(company) !== '' && lettersOf(text).includes(lettersOf(company));

/** Whether two spellings are the same company: width, brackets, blanks and symbols do not tell two apart. */
export const isSameCompany = (one: string, other: string): boolean =>
  lettersOf(one) !== '' && lettersOf(one) === lettersOf(other);

/** The companies that a policy or an agreement says it is of, each once, in the order of the text. */
export function operatorsNamed(text: string): readonly string[] {
  const named = whose.flatMap((pattern) =>
    outsideParts(text, pattern).map((match) => ({
      name: (match[1] ?? '').replace(/^的/u, ''),
      at: match.index,
    })),
  );
  const runners = whoseAfter.flatMap((pattern) =>
    outsideParts(text, pattern).flatMap(({ 0: all, 1: company = '', index }) =>
      supplied.test(all.slice(all.indexOf(company) + company.length))
        ? []
        : [{ name: company.replace(leadIn, ''), at: index }],
    ),
  );
  const found = [...named, ...runners];
  const names: string[] = [];
  for (const one of found.toSorted((a, b) => a.at - b.at)) {
    if (!names.some((known) => isSameCompany(known, one.name))) names.push(one.name);
  }
  return names;
}
