/** Surnames that most Chinese authors have, in pinyin. */
const pinyin =
  "王wang 李li 张zhang 刘liu 陈chen 杨yang 赵zhao 黄huang 周zhou 吴wu 徐xu 孙sun 胡hu 朱zhu 高gao 林lin 何he 郭guo 马ma 罗luo 梁liang 宋song 郑zheng 谢xie 韩han 唐tang 冯feng 于yu 董dong 萧xiao 肖xiao 程cheng 曹cao 袁yuan 邓deng 许xu 傅fu 沈shen 曾zeng 彭peng 吕lyu 苏su 卢lu 蒋jiang 蔡cai 贾jia 丁ding 魏wei 薛xue 叶ye 阎yan 闫yan 余yu 潘pan 杜du 戴dai 夏xia 钟zhong 汪wang 田tian 任ren 姜jiang 范fan 方fang 石shi 姚yao 谭tan 廖liao 邹zou 熊xiong 金jin 陆lu 郝hao 孔kong 白bai 崔cui 康kang 毛mao 邱qiu 秦qin 江jiang 史shi 顾gu 侯hou 邵shao 孟meng 龙long 万wan 段duan 雷lei 钱qian 汤tang 尹yin 黎li 易yi 常chang 武wu 乔qiao 贺he 赖lai 龚gong 文wen 干gan 樊fan 宁ning 覃qin 牛niu 洪hong 柳liu 温wen 葛ge 关guan 严yan 陶tao 施shi 华hua 俞yu 殷yin 向xiang 章zhang 柯ke 岳yue 齐qi 庄zhuang 倪ni 鲁lu 路lu 左zuo 梅mei 安an 申shen 季ji 詹zhan 聂nie 骆luo 祝zhu 童tong 欧ou 管guan 翟zhai 甘gan 霍huo 穆mu 耿geng 裴pei 滕teng 屈qu 成cheng 苗miao 饶rao 褚chu 卫wei 沙sha 佟tong 盛sheng 曲qu 单shan 柴chai 蓝lan 冉ran 凌ling 尚shang 车che 闵min 宫gong 边bian 房fang 欧阳ouyang 司马sima 上官shangguan 诸葛zhuge";
const letters = new Map(
  pinyin.split(" ").map((each) => {
    const [, sign = "", latin = ""] = /^(\p{Script=Han}+)([a-z]+)$/u.exec(each) ?? [];
    return [sign, latin] as const;
  }),
);

/** The surname of a person's Chinese name of two to four signs, in pinyin; `undefined` for what is no such name, or one seldom met. */
export function surnameLetters(name: string): string | undefined {
  if (!/^\p{Script=Han}{2,4}$/u.test(name) || /[局院部委会署司厅]$/u.test(name)) return undefined;
  return letters.get(name.slice(0, 2)) ?? letters.get(name.slice(0, 1));
}
