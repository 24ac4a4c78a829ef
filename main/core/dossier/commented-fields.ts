import type { Localized } from '../../contract/language.ts';

/** One field of the commented dossier: what explains it, and its line or the choice that fills it. */
interface FieldLine {
  readonly explain?: Localized;
  readonly indent?: string;
  readonly write: string | { readonly choice: 'schema' | 'platform' | 'track' | 'categories' | 'facts' };
  /** An empty line before it. */
  readonly gap?: boolean;
}

const field = (write: string, zh: string, en: string): FieldLine => ({
  write: `# ${write}`,
  explain: { zh, en },
  indent: '  ',
});

/** A line that belongs to the field before it. */
const more = (write: string): FieldLine => ({ write: `# ${write}`, indent: '  ' });

const group = (name: string, zh: string, en: string): FieldLine => ({
  write: `${name}:`,
  explain: { zh, en },
  gap: true,
});

/** The fields of a dossier in the schema's order, each with its explanation. */
export const fieldLines: readonly FieldLine[] = [
  {
    write: { choice: 'schema' },
    explain: {
      zh:
        '印齐案卷：一个应用的一次申请。带 # 的行是说明，或还没有填写的字段。\n' +
        '填写字段：删去该行的「# 」（井号和后面的一个空格），把例子换成真实内容。\n' +
        '冒号后面留一个空格；内容里有 : # { [ 等符号时，用英文双引号把内容括起来。\n' +
        '文件路径从本文件夹写起，用正斜杠，例如 documents/business-licence.pdf。\n' +
        '还缺什么，运行 yinqi requirements 查看；填得对不对，运行 yinqi check 查看。\n',
      en:
        'A Yinqi dossier: one application for one app. A line with # explains, or is a field not filled in yet.\n' +
        'To fill in a field, delete its “# ” (the hash and one space) and put the real content in place of the example.\n' +
        'Keep one space behind the colon; put content that holds : # { [ in double quotes.\n' +
        'File paths begin at this folder and take forward slashes, such as documents/business-licence.pdf.\n' +
        'yinqi requirements lists what is still needed; yinqi check says whether what is there is right.\n',
    },
  },
  {
    write: { choice: 'platform' },
    explain: {
      zh: '向哪个平台申请：tencent-meeting（腾讯会议开放平台）、tencent-open-platform（腾讯开放平台，不分上架、搜索、展示）',
      en: 'The platform applied to: tencent-meeting (Tencent Meeting open platform) or tencent-open-platform (which knows no tracks)',
    },
    gap: true,
  },
  {
    write: { choice: 'track' },
    explain: {
      zh: '申请到哪一步：listing（上架）、search（搜索）、showcase（展示），后面的包含前面的',
      en: 'How far it goes: listing, search, showcase; each includes the one before',
    },
  },
  {
    write: { choice: 'categories' },
    explain: {
      zh: '业务类别的编号，可以有几个；全部类别运行 yinqi categories 查看',
      en: 'Ids of business categories, one or more; yinqi categories lists them',
    },
  },

  group('applicant', '申请主体', 'Who applies'),
  field(
    'kind: company',
    'company（企业，不填即为企业）或 individual（个人）',
    'company (the default) or individual',
  ),

  group('company', '公司资料：各份函件和核对都用这里的内容', 'The company: every letter and check uses this'),
  field(
    'name: 深圳市示例科技有限公司',
    '公司全称，与营业执照一字不差',
    'Full name, exactly as on the business licence',
  ),
  field('uscc: 91350100M000100Y43', '统一社会信用代码，18 位', 'Unified social credit code, 18 characters'),
  field('legalRepresentative:', '法定代表人', 'The legal representative'),
  more('  name: 张三'),
  field(
    '  idType: resident',
    '证件类型：resident（居民身份证）、passport（护照）、hk-macao（港澳）、taiwan（台湾）',
    'Kind of identity document: resident, passport, hk-macao or taiwan',
  ),
  field('  idNumber: "11010519491231002X"', '证件号码', 'Number of that document'),
  field(
    'agent:',
    '被授权人：受公司委托办理申请的人',
    'The agent: who handles the application for the company',
  ),
  more('  name: 李四'),
  more('  idType: resident'),
  more('  idNumber: "11010519491231002X"'),
  more('  phone: "13800000000"'),
  more('  email: agent@example.com'),
  field('address: 深圳市南山区示例路 1 号', '公司地址', 'Address of the company'),
  field(
    'phone: "0755-12345678"',
    '客服电话，用户打得通的号码',
    'Customer-service phone that users can reach',
  ),
  field('website: https://www.example.com', '公司官网', 'Website of the company'),
  field('icpNumber: 粤ICP备00000000号-1', 'ICP 许可证号或备案号', 'ICP licence or filing number'),
  field('logo: assets/company-logo.png', '公司标志的图片文件', 'Picture file of the company logo'),
  field(
    'seal:',
    '公章的形状和大小（毫米），函件上的盖章位置照此画出；不填按 40 毫米的圆章',
    'Shape and size of the company seal in millimetres, for the guides on letters; round and 40 where left out',
  ),
  field(
    '  shape: oval',
    'round（圆，38 到 45，高与宽相同）或 oval（椭圆，宽 38 到 50、高 25 到 45，宽大于高）',
    'round (38 to 45, as high as wide) or oval (38 to 50 wide, 25 to 45 high, wider than high)',
  ),
  more('  widthMm: 45'),
  more('  heightMm: 30'),

  group(
    'parties',
    '需要其材料的其他主体，例如软件著作权的授权方；没有就不填',
    'Others whose papers are needed, such as a licensor of the software copyright; leave empty if none',
  ),
  field(
    '- role: licensor',
    'role：licensor（授权方）、affiliate（关联公司）、technology-provider（技术提供方）、assessor（评估机构）',
    'The role is licensor, affiliate, technology-provider or assessor',
  ),
  more('  kind: company'),
  more('  name: 示例软件有限公司'),
  field(
    '  identifier: 91350100M000100Y43',
    '统一社会信用代码；个人写证件号码',
    'Credit code; for a person the number of the identity document',
  ),
  field('  representative: 王五', '代表人姓名', 'Name of the representative'),
  field(
    '  licenses: [software-copyright]',
    '授权方授权什么，可多项：software-copyright（软著）、game-licence（版号）、game-copyright（游戏版权）、special-licence（特殊资质）、news-source（新闻）、content（节目、刊物）、brand（品牌）；只有一个授权方时可以不填',
    'What a licensor licenses, one or several: software-copyright, game-licence, game-copyright, special-licence, news-source, content, brand; may be left out for a single licensor',
  ),

  group('app', '应用资料：填在平台表单里的内容', 'The app: what goes into the form of the platform'),
  field('name: 示例会议助手', '应用名称', 'Name of the app'),
  field(
    'installedName: 会议助手',
    '安装后显示的名称，与应用名称不同时才填',
    'Name shown once installed, if different',
  ),
  field('intro: 一句话说明应用做什么', '应用简介', 'Short introduction'),
  field(
    'description: |',
    '应用描述，可以写多行：竖线后换行，每行多缩进两个空格',
    'Description of one or more lines: break behind the bar and indent each line by two more spaces',
  ),
  more('  第一行'),
  more('  第二行'),
  field('searchKeywords: [会议, 纪要]', '搜索关键词', 'Search keywords'),
  field('permissions:', '应用要用的权限，以及各自的用途', 'Permissions that the app uses, and what for'),
  more('  - name: 麦克风'),
  more('    purpose: 会议中录音转写'),
  field('version: 1.0.0', '版本号', 'Version'),
  field('releaseNotes: 首次发布', '版本更新说明', 'Release notes'),
  field(
    'privacyPolicyUrl: https://www.example.com/privacy',
    '隐私政策的网址',
    'Address of the privacy policy',
  ),
  field('termsUrl: https://www.example.com/terms', '用户协议的网址', 'Address of the user agreement'),
  field(
    'privacyPolicy: texts/privacy.md',
    '隐私政策全文的文件：txt、md、html、docx 或 pdf',
    'File of the privacy policy: txt, md, html, docx or pdf',
  ),
  field('terms: texts/terms.md', '用户协议全文的文件，类型同上', 'File of the user agreement, same types'),
  field('logo: assets/logo.png', '应用标志的图片文件', 'Picture file of the app logo'),
  field(
    'previews:',
    '预览图：desktop（桌面端）、mobile（移动端），至少填一种',
    'Preview pictures: desktop, mobile, at least one of the two',
  ),
  more('  desktop: [assets/desktop-1.png]'),
  more('  mobile: [assets/mobile-1.png]'),

  group(
    'facts',
    '影响需要哪些材料的问题与回答；与本案卷有关的问题运行 yinqi facts 查看',
    'Questions that change what is needed, with answers; yinqi facts lists those that matter here',
  ),
  { write: { choice: 'facts' }, indent: '  ' },

  group(
    'documents',
    '证照和签字盖章后的函件扫描件，「材料编号: 文件」；编号运行 yinqi requirements 查看',
    'Papers and scans of signed and stamped letters, “requirement id: file”; yinqi requirements lists the ids',
  ),
  field('business-licence: documents/business-licence.jpg', '一个文件', 'One file'),
  field(
    'publishing-commitment: [scans/commitment-1.jpg, scans/commitment-2.jpg]',
    '几个文件：按页的顺序写在方括号里',
    'Several files: in brackets, in the order of the pages',
  ),

  group(
    'attestations',
    '机器判断不了、由人确认的事项，「规则编号: 谁、哪一天、备注」；编号见 yinqi check 的结果',
    'What no machine can decide and a person confirms, “rule id: who, when, note”; yinqi check names the ids',
  ),
  field(
    'rule-id: { by: 张三, on: 2026-01-31, note: 已核对 }',
    'by：确认人；on：日期；note：备注，可不填',
    'Who (by), on which day (on), and a note where it helps',
  ),

  group(
    'letters',
    '各份函件上要打印的日期（不填则留空，手写），以及通知要填写的内容',
    'Dates to print on letters (left out, they stay blank to be written by hand), and what notices ask for',
  ),
  field('publishing-commitment: { date: 2026-01-31 }', '落款日期', 'Date of signature'),
  field(
    'authorisation-letter: { date: 2026-01-31, validFrom: 2026-01-31, validUntil: 2027-01-30 }',
    '授权期限的起止日期',
    'First and last day of the authorisation',
  ),
  field(
    'withdrawal-notice: { fields: { withdrawDate: 2026-12-31, reason: 产品方向调整 } }',
    '通知要填写的内容；运行 yinqi letters 会列出还缺哪些',
    'What a notice asks for; yinqi letters names what is missing',
  ),
];
