import { describe, expect, test } from 'vitest';
import { isCompanyNamed, isSameCompany, operatorsNamed } from '../../../main/core/company/company-name.ts';

test.each([
  ['样例（深圳）科技有限公司', '样例(深圳)科技有限公司'],
  ['样例科技有限公司', ' 样例 科技有限公司 '],
  ['ＡＢＣ科技有限公司', 'abc科技有限公司'],
  ['样例〔深圳〕科技有限公司', '样例（深圳）科技有限公司'],
])('%s and %s are one company', (one, other) => {
  expect(isSameCompany(one, other)).toBe(true);
  expect(isCompanyNamed(`本政策由${one}制定。`, other)).toBe(true);
});

test('another region, another form or nothing is another company', () => {
  expect(isSameCompany('样例（深圳）科技有限公司', '样例（上海）科技有限公司')).toBe(false);
  expect(isSameCompany('样例科技有限公司', '样例科技股份有限公司')).toBe(false);
  expect(isSameCompany('', '')).toBe(false);
  expect(isCompanyNamed('任何文字', '')).toBe(false);
});

test('a name that a line break parts is still named', () => {
  expect(isCompanyNamed('本政策由深圳市样例科技\n有限公司制定', '深圳市样例科技有限公司')).toBe(true);
});

describe('operatorsNamed', () => {
  test.each([
    ['本隐私政策由深圳市样例科技有限公司（以下称“我们”）制定', ['深圳市样例科技有限公司']],
    ['本应用由样例（深圳）科技有限公司提供服务', ['样例（深圳）科技有限公司']],
    ['我们是上海示例网络股份有限公司', ['上海示例网络股份有限公司']],
    ['运营者名称：华为样例技术有限公司', ['华为样例技术有限公司']],
    ['| 公司名称 | 深圳市样例科技有限公司 |', ['深圳市样例科技有限公司']],
    ['本协议是您与“深圳市样例科技有限公司”之间订立的', ['深圳市样例科技有限公司']],
    ['第三方 SDK 由上海示例信息有限公司提供', []],
    ['短信服务商：北京示例通信有限公司', []],
    ['我们重视您的隐私', []],
    ['杭州样例云科技有限公司（下称“样例”）是样例字幕的开发者和运营者', ['杭州样例云科技有限公司']],
    ['欢迎使用由上海示例系统有限公司（以下简称“我们”）提供的样例纪要', ['上海示例系统有限公司']],
    ['“样例纪要”由青岛即墨示例有限公司开发并运营', ['青岛即墨示例有限公司']],
    ['上海示例网络有限公司制定本政策', ['上海示例网络有限公司']],
    ['用户与广州自由示例有限公司（以下称“我们”）', ['广州自由示例有限公司']],
    ['作为运营方的深圳市样例科技有限公司（以下称“我们”）', ['深圳市样例科技有限公司']],
    ['统计 SDK 的开发者是北京示例数据有限公司', []],
    ['北京示例通信有限公司是我们的短信服务提供方', []],
    ['北京示例数据有限公司是样例统计 SDK 的开发者', []],
  ])('%s', (text, names) => expect(operatorsNamed(text)).toEqual(names));

  test('each once, in the order of the text', () => {
    const text = '运营者：样例（深圳）有限公司。本政策由上海示例有限公司制定。开发者：样例(深圳)有限公司。';
    expect(operatorsNamed(text)).toEqual(['样例（深圳）有限公司', '上海示例有限公司']);
  });
});
