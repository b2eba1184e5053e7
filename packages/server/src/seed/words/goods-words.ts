import { fashionCategories } from './goods-words-fashion.ts'
import { homeCategories } from './goods-words-home.ts'
import type { CategoryWords } from './word-lists.ts'

export const goodsCategories: readonly CategoryWords[] = [...fashionCategories, ...homeCategories]

export const seasons = ['春季', '夏季', '秋季', '冬季', '春秋', '四季']

const brandHeads = [...'素木青云南北沐禾花鹿森屿朴知初拾简暖晴乐']
const brandTails = [
  '屿',
  '禾',
  '棠',
  '里',
  '格',
  '语',
  '舍',
  '川',
  '野',
  '朵',
  '米诺',
  '可儿',
  '山房',
  '良品',
  '优选',
]

/** Invented brand names, none of a real firm on purpose. */
export const brands: readonly string[] = brandHeads.flatMap((head) =>
  brandTails.filter((tail) => tail !== head).map((tail) => `${head}${tail}`),
)

export const cities = [
  '浙江 杭州',
  '浙江 金华',
  '广东 广州',
  '广东 深圳',
  '广东 汕头',
  '江苏 苏州',
  '江苏 南通',
  '福建 泉州',
  '上海',
  '北京',
  '四川 成都',
  '山东 青岛',
  '湖北 武汉',
  '安徽 合肥',
  '河北 保定',
  '湖南 长沙',
]

export const overseasCities = ['中国香港', '日本 东京', '韩国 首尔', '澳大利亚 悉尼']
