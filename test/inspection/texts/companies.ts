/** A made-up company with its app. */
export interface Maker {
  readonly company: string;
  readonly app: string;
  readonly city: string;
  readonly address: string;
  readonly phone: string;
  readonly mail: string;
}

const made = (
  company: string,
  app: string,
  city: string,
  road: string,
  phone: string,
  host: string,
): Maker => ({
  company,
  app,
  city,
  address: `${city}样例区${road}`,
  phone,
  mail: `privacy@${host}.example.cn`,
});

/** Companies of several cities and forms, with brackets and without, and their apps. */
export const makers: readonly Maker[] = [
  made('成都青柏云科技有限公司', '青柏待办', '成都', '样例大道 8 号', '028-88880000', 'qingbai'),
  made('杭州听潮信息技术有限公司', '听潮字幕', '杭州', '样例路 66 号', '0571-88880001', 'tingchao'),
  made('武汉知远数据服务有限公司', '知远调研', '武汉', '样例街 12 号', '027-88880002', 'zhiyuan'),
  made('厦门鹭岛网络科技有限公司', '鹭岛签到', '厦门', '样例湾 3 号', '0592-8880003', 'ludao'),
  made('北京木石（教育）科技有限公司', '木石课堂', '北京', '样例胡同 9 号', '010-88880004', 'mushi'),
  made('上海云签软件股份有限公司', '云签白板', '上海', '样例路 100 弄 2 号', '021-88880005', 'yunqian'),
  made('南京鹿鸣人力资源有限公司', '鹿鸣面试', '南京', '样例路 18 号', '025-88880006', 'luming'),
  made('西安梧桐树信息科技有限责任公司', '梧桐投票', '西安', '样例路 7 号', '029-88880007', 'wutong'),
  made('青岛海葵互动科技有限公司', '海葵投票', '青岛', '样例路 21 号', '0532-8880008', 'haikui'),
  made('长沙岳麓智联科技有限公司', '岳麓纪要', '长沙', '样例路 5 号', '0731-8880009', 'yuelu'),
  made('天津渤海云图科技有限公司', '云图看板', '天津', '样例道 77 号', '022-88880010', 'yuntu'),
  made('昆明滇池软件开发中心（有限合伙）', '滇池日程', '昆明', '样例路 4 号', '0871-8880011', 'dianchi'),
];

/** A company that is none of them. */
export const otherCompany = '深圳市海棠样本网络有限公司';
