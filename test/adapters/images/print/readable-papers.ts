import type { Particular } from '../../../../main/contract/read-paper.ts';
import type { ReadablePaper } from './draw-readable-paper.ts';

/** A drawn paper and what must be read from it: exactly, or as a name of which a character may be wrong. */
export interface ReadableCase {
  readonly name: string;
  readonly paper: ReadablePaper;
  readonly wanted: Partial<Readonly<Record<Particular, string>>>;
}

const companies = [
  {
    name: '深圳市样例科技有限公司',
    code: '91440300MA5YANGL1W',
    person: '张三',
    address: '广东省深圳市样例区样例路1号样例大厦101室',
  },
  {
    name: '北京云上会议软件有限责任公司',
    code: '91110108MA01ABCD2H',
    person: '欧阳建国',
    address: '北京市海淀区样例大街二十八号院三号楼五层502',
  },
  {
    name: '上海示范（集团）信息服务股份有限公司',
    code: '91310115MA1K3XYT7N',
    person: '陈晓明',
    address: '上海市浦东新区样例公路8号3幢2层A区',
  },
  {
    name: '杭州好用数字技术有限公司',
    code: '91330106MA2HJKL4R3',
    person: '周丽',
    address: '浙江省杭州市西湖区样例街道示范路66号',
  },
] as const;

const scope =
  '软件开发；信息技术咨询服务；数据处理和存储支持服务；互联网信息服务（依法须经批准的项目，经相关部门批准后方可开展经营活动）';
const period = '2021年05月18日至2051年05月17日';

const licences = companies.flatMap(({ name, code, person, address }, n): ReadableCase[] => {
  const values = {
    'credit-code': code,
    'company-name': name,
    'company-type': '有限责任公司（自然人投资或控股）',
    'legal-representative': person,
    'registered-capital': '壹仟万元整',
    'established-on': '2021年05月18日',
    period: n % 2 === 0 ? period : '长期',
    'business-scope': scope,
    address,
  };
  const wanted = {
    'credit-code': code,
    'company-name': name,
    'legal-representative': person,
    'established-on': '2021-05-18',
    'valid-until': n % 2 === 0 ? '2051-05-17' : '长期',
    'business-scope': scope,
    address,
  };
  return [
    {
      name: `landscape licence of ${name}`,
      paper: {
        kind: 'licence-landscape',
        values,
        tilt: [0, 0.6, -0.8, 0][n] ?? 0,
        quality: [85, 70, 80, 55][n] ?? 80,
        ...(n < 2 ? { qr: `https://example.com/licence/${code}` } : {}),
      },
      wanted,
    },
    {
      name: `portrait licence of ${name}`,
      paper: { kind: 'licence-portrait', values, tilt: [0.5, 0, 0, -0.5][n] ?? 0 },
      wanted,
    },
  ];
});

/** Twenty papers of every kind that can be read, flat and slightly turned, finely and coarsely saved. */
export const readablePapers: readonly ReadableCase[] = [
  ...licences,
  ...companies.slice(0, 3).map(({ name, person }, n): ReadableCase => {
    const licence = ['粤B2-20261234', '京B2-20250876', '合字B2-20240099'][n] ?? '';
    return {
      name: `ICP licence of ${name}`,
      paper: {
        kind: 'icp-licence',
        values: {
          'licence-number': licence,
          'company-name': name,
          'legal-representative': person,
          'business-scope': '第二类增值电信业务中的信息服务业务（仅限互联网信息服务）',
          'valid-until': '2031年04月09日',
        },
      },
      wanted: { 'licence-number': licence, 'company-name': name, 'valid-until': '2031-04-09' },
    };
  }),
  ...companies.slice(0, 4).map(({ name }, n): ReadableCase => {
    const software = ['样例纪要软件', '云上会议助手软件', '示范排班管理系统', '好用投票小程序软件'][n] ?? '';
    const number = ['2026SR0012345', '2025SR1678902', '2024SR0456781', '2023SR0990017'][n] ?? '';
    return {
      name: `copyright certificate of ${software}`,
      paper: {
        kind: 'copyright',
        values: {
          'certificate-number': `软著登字第 1${n}23456 号`,
          software: `${software} V1.${n}`,
          'copyright-owner': name,
          'completed-on': '2026年06月30日',
          'published-on': n % 2 === 0 ? '未发表' : '2026年07月01日',
          'registration-number': number,
        },
      },
      wanted: {
        'software-name': software,
        'software-version': `V1.${n}`,
        'copyright-owner': name,
        'registration-number': number,
        'completed-on': '2026-06-30',
        ...(n % 2 === 0 ? {} : { 'published-on': '2026-07-01' }),
      },
    };
  }),
  ...['110105199001010045', '440301199203151235'].map((number, n): ReadableCase => ({
    name: `front of an identity card ${number}`,
    paper: {
      kind: 'identity-front',
      values: {
        'person-name': ['李四', '王小红'][n] ?? '',
        address: '广东省深圳市样例区示范街道样例花园3栋1单元502',
        'identity-number': number,
      },
    },
    wanted: { 'identity-number': number, 'person-name': ['李四', '王小红'][n] ?? '' },
  })),
  {
    name: 'back of an identity card',
    paper: { kind: 'identity-back', values: { period: '2020.01.01-2040.01.01' } },
    wanted: { 'valid-from': '2020-01-01', 'valid-until': '2040-01-01' },
  },
  ...companies.slice(0, 2).map(({ name }, n): ReadableCase => {
    const number = ['粤ICP备2026012345号-1', '京ICP备2024098765号-3'][n] ?? '';
    return {
      name: `filing of ${name}`,
      paper: {
        kind: 'filing',
        values: {
          'company-name': name,
          'icp-number': number,
          domain: ['www.example.com', 'meeting.example.com.cn'][n] ?? '',
          'approved-on': '2026-09-01',
        },
      },
      wanted: {
        'company-name': name,
        'icp-number': number,
        domain: ['www.example.com', 'meeting.example.com.cn'][n] ?? '',
        'approved-on': '2026-09-01',
      },
    };
  }),
];
