/// Tells names of persons and of houses that are written in ideographs.
enum ChineseNames {
    /// Whether a word is written in ideographs only.
    static func isIdeographic(_ word: Substring) -> Bool {
        !word.isEmpty
            && word.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) || $0 == "·" }
    }

    /// Whether a word can be a person's full name: a usual family name, and one or two ideographs more.
    static func isPerson(_ word: Substring) -> Bool {
        guard (2...4).contains(word.count), isIdeographic(word), let first = word.first else {
            return false
        }
        if doubles.contains(String(word.prefix(2))) { return word.count >= 3 }
        return word.count <= 3 && families.contains(first)
    }

    /// The persons that a text lists, between spaces or "、"; empty where any of its words is none.
    static func persons(in text: Substring) -> [String] {
        let words = text.split { " \u{3000}、，,".contains($0) }
        guard words.count <= 6, words.allSatisfy({ isPerson($0) }) else { return [] }
        return words.map(String.init)
    }

    /// Whether a name in ideographs is that of a paper, a site, an office or a firm.
    static func isHouse(_ name: String) -> Bool {
        name.count > 2 && isIdeographic(name[...]) && houses.contains { name.hasSuffix($0) }
    }

    /// What stands between the names of several reporters.
    static let posts: Set<String> = [
        "记者", "記者", "见习记者", "見習記者", "实习记者", "實習記者", "特约记者", "实习生", "通讯员",
    ]
    /// Posts that stand right before a name; the longest first.
    static let leadingPosts = [
        "特约记者", "特約記者", "见习记者", "見習記者", "实习记者", "實習記者", "本报记者", "本報記者", "记者", "記者",
    ]
    /// What ends the name of a place that was reported from.
    static let reports = ["報導", "报道", "報道", "专电", "專電"]
    private static let houses = [
        "网", "網", "社", "报", "報", "集团", "集團", "期刊", "杂志", "雜誌", "周刊", "电视台", "電視台", "网络", "網絡",
        "公司", "编辑部", "編輯部", "中心", "大学", "大學", "委员会", "频道", "頻道", "新闻", "新聞",
    ]

    /// The hundred and some families that nine in ten Chinese bear, in both scripts.
    private static let families: Set<Character> = Set(
        """
        王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭\
        陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤葛常康温庞樊兰殷施洪翟安\
        張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭葉蘇呂盧鐘鍾譚陸範賈韋鄒閻龍賀顧龔萬錢嚴湯龐蘭
        """)
    private static let doubles: Set<String> = [
        "欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "东方", "東方", "皇甫", "尉迟", "公孙", "慕容", "司徒",
    ]
}
