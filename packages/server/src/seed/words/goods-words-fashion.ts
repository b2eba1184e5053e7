import { type CategoryWords, leaf, words } from './word-lists.ts'

const wearTails = words('显瘦 百搭 宽松 上身舒适 通勤 学生 气质 透气 小个子友好 大码')
const wearVariants = words('黑色S 黑色M 黑色L 米白S 米白M 米白L 雾蓝M 雾蓝L')

export const fashionCategories: readonly CategoryWords[] = [
  {
    id: 16,
    name: '女装/女士精品',
    adjectives: words('法式 复古 修身 高级感 温柔风 设计感 韩版 轻熟 简约 慵懒风 时尚 小众'),
    tails: wearTails,
    variants: wearVariants,
    leaves: [
      leaf(50010850, '连衣裙', {
        yuan: [59, 499],
        nouns: '连衣裙 吊带长裙 茶歇裙 衬衫裙',
        specs: '中长款 长款 短款 两件套',
      }),
      leaf(50000697, 'T恤', {
        yuan: [19, 159],
        nouns: '短袖T恤 长袖打底衫 圆领上衣',
        specs: '正肩 落肩 短款 两件装',
      }),
      leaf(162205, '牛仔裤', {
        yuan: [49, 299],
        nouns: '阔腿牛仔裤 直筒牛仔裤 小脚裤',
        specs: '高腰 九分 加绒 拖地款',
      }),
      leaf(50000671, '毛呢外套', {
        yuan: [129, 1299],
        nouns: '双面呢大衣 毛呢外套 斗篷大衣',
        specs: '中长款 短款 系带款 羊毛款',
      }),
    ],
  },
  {
    id: 30,
    name: '男装',
    adjectives: words('商务 休闲 重磅 复古 工装 日系 修身 宽松 弹力 轻薄'),
    tails: wearTails,
    variants: wearVariants,
    leaves: [
      leaf(50000436, '男士T恤', {
        yuan: [19, 199],
        nouns: '短袖T恤 圆领半袖 长袖体恤',
        specs: '270克 三件装 打底款 印花款',
      }),
      leaf(50011123, '衬衫', {
        yuan: [49, 399],
        nouns: '长袖衬衫 牛津纺衬衣 亚麻衬衫',
        specs: '免烫 立领 方领 加绒',
      }),
      leaf(3035, '休闲裤', {
        yuan: [49, 359],
        nouns: '休闲长裤 束脚工装裤 冰丝直筒裤',
        specs: '九分 加绒 松紧腰 抽绳款',
      }),
      leaf(50011167, '羽绒服', {
        yuan: [199, 1899],
        nouns: '羽绒服 轻薄羽绒外套 工装羽绒夹克',
        specs: '短款 中长款 连帽 白鸭绒',
      }),
    ],
  },
  {
    id: 1625,
    name: '女士内衣/男士内衣/家居服',
    adjectives: words('无痕 纯棉 莫代尔 冰丝 抗菌 柔软 亲肤 轻薄 舒适'),
    tails: words('亲肤透气 不勒 礼盒装 居家外穿 本命年 学生 妈妈款 睡眠'),
    variants: wearVariants,
    leaves: [
      leaf(50008881, '文胸', {
        yuan: [29, 259],
        nouns: '文胸 聚拢内衣 背心式内衣',
        specs: '无钢圈 薄款 可拆卸 套装',
      }),
      leaf(50008882, '内裤', {
        yuan: [15, 129],
        nouns: '内裤 平角裤 三角裤',
        specs: '四条装 五条装 中腰 高腰',
      }),
      leaf(50012772, '睡衣/家居服套装', {
        yuan: [49, 399],
        nouns: '睡衣套装 家居服 珊瑚绒睡袍',
        specs: '长袖 短袖 开衫款 情侣款',
      }),
      leaf(50006846, '袜子', {
        yuan: [9, 69],
        nouns: '中筒袜 船袜 堆堆袜 羊毛袜',
        specs: '五双装 十双装 加厚 隐形',
      }),
    ],
  },
  {
    id: 50006843,
    name: '女鞋',
    adjectives: words('真皮 软底 厚底 复古 英伦 平底 舒适 一脚蹬 防滑 增高 法式'),
    tails: words('百搭 不磨脚 上班通勤 显脚瘦 妈妈鞋 四季可穿 小众'),
    variants: words('黑色36 黑色37 黑色38 米色36 米色37 米色38 棕色37 棕色38'),
    leaves: [
      leaf(50012027, '低帮鞋', {
        yuan: [69, 499],
        nouns: '乐福鞋 小白鞋 玛丽珍单鞋',
        specs: '浅口 方头 粗跟 系带',
      }),
      leaf(50012028, '靴子', {
        yuan: [99, 899],
        nouns: '马丁靴 切尔西短靴 长筒靴',
        specs: '加绒 侧拉链 显瘦款 薄款',
      }),
      leaf(50012032, '凉鞋', {
        yuan: [39, 359],
        nouns: '罗马凉鞋 一字带凉鞋 沙滩凉鞋',
        specs: '平跟 坡跟 粗跟 外穿',
      }),
      leaf(50012033, '拖鞋', {
        yuan: [15, 159],
        nouns: '居家拖鞋 踩屎感凉拖 棉拖鞋',
        specs: '静音 包跟 加厚底 情侣款',
      }),
    ],
  },
  {
    id: 1801,
    name: '美容护肤/美体/精油',
    adjectives: words('保湿 补水 舒缓 修护 控油 清爽 焕亮 紧致 温和 氨基酸 烟酰胺 玻尿酸'),
    tails: words('敏感肌可用 男女通用 大容量 学生党 旅行装 官方正品 干皮适用'),
    variants: words('单支装 两支装 三支装 礼盒装'),
    leaves: [
      leaf(50011977, '面部精华', {
        yuan: [49, 899],
        nouns: '精华液 安瓶精华 原液',
        specs: '30ml 50ml 1.5ml*14支',
      }),
      leaf(50011978, '面膜', { yuan: [29, 299], nouns: '面膜 涂抹面膜 泥膜', specs: '10片 20片 100g' }),
      leaf(50011979, '洁面', { yuan: [19, 199], nouns: '洗面奶 洁面乳 洁颜蜜', specs: '100g 120g 150ml' }),
      leaf(50011980, '防晒霜', {
        yuan: [29, 329],
        nouns: '防晒霜 防晒乳 防晒喷雾',
        specs: 'SPF50+ 50g 90ml',
      }),
    ],
  },
  {
    id: 50010788,
    name: '彩妆/香水/美妆工具',
    adjectives: words('轻奢 持久 自然 清透 温柔 高级感 小众 经典 迷你'),
    tails: words('新手 学生平价 礼物 日常通勤 送女友 便携 官方正品'),
    variants: words('01号色 02号色 03号色 04号色 05号色'),
    leaves: [
      leaf(50010789, '唇膏/口红', {
        yuan: [19, 329],
        nouns: '口红 唇釉 唇泥 润唇膏',
        specs: '3g 2.5ml 礼盒',
      }),
      leaf(50010790, '粉底液', {
        yuan: [39, 399],
        nouns: '粉底液 气垫BB霜 隔离霜',
        specs: '30ml 15g 替换装',
      }),
      leaf(50010815, '香水', { yuan: [49, 999], nouns: '淡香水 香水小样 固体香膏', specs: '30ml 50ml 10ml' }),
      leaf(50010817, '化妆刷', { yuan: [9, 199], nouns: '化妆刷套装 美妆蛋 粉扑', specs: '12支 7支 6个装' }),
    ],
  },
  {
    id: 50008165,
    name: '童装/婴儿装/亲子装',
    adjectives: words('纯棉 卡通 加绒 可爱 洋气 A类 宽松 防蚊 网红 学院风'),
    tails: words('宝宝 男女童 中大童 幼儿园 亲子 不起球 换季'),
    variants: words('90码 100码 110码 120码 130码 140码'),
    leaves: [
      leaf(50010540, '儿童T恤', {
        yuan: [15, 129],
        nouns: '儿童T恤 儿童打底衫 儿童卫衣',
        specs: '短袖 长袖 两件装',
      }),
      leaf(50010539, '儿童裤子', {
        yuan: [19, 159],
        nouns: '儿童运动裤 儿童防蚊裤 女童打底裤',
        specs: '薄款 加绒 九分',
      }),
      leaf(50013618, '儿童套装', {
        yuan: [39, 299],
        nouns: '儿童运动套装 儿童睡衣套装 校服套装',
        specs: '两件套 三件套 秋款',
      }),
      leaf(50012340, '连体衣', {
        yuan: [29, 199],
        nouns: '婴儿连体衣 新生儿哈衣 宝宝爬服',
        specs: '包屁 蝴蝶款 夹棉',
      }),
    ],
  },
]
