/** Texts of form fields. */
export const form = {
  required: '必填',
  optional: '选填',
  count: '{{count}} 字',
  undecided: '视回答而定',
  add: '添加',
  remove: '删除',
  removeOf: '删除：{{item}}',
  'idType.resident': '居民身份证',
  'idType.passport': '护照',
  'idType.hk-macao': '港澳居民来往内地通行证',
  'idType.taiwan': '台湾居民来往大陆通行证',
  'file.replace': '换一个文件',
  'file.remove': '移除',
  'file.removed': '已移除「{{name}}」。',
} as const;
