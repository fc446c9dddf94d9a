/// Words that stand in every text of their language, cut to five letters: they tell no text from another.
///
/// The commonest of a dozen languages; what is missing costs little, for the others outnumber them.
enum FunctionWords {
    static func contain(_ stem: String) -> Bool { stems.contains(stem) }

    private static let stems = Set(list.split(separator: " ").map { String($0.prefix(5)) })

    private static let list = """
        is are was be to of in on at it he we as by an or if so do no up us my me \
        the and for you are not but all any can had her was one our out has him his how its may new now old see two \
        who did she use way that this with from have will your been were they their them then than there these \
        those what when which where while about after again also because before being between both could does doing \
        down during each every first here into just like made make many more most much must only other over own same \
        should some such take through under until upon very well would within without year years \
        der die das und ist von mit den dem des ein eine einen einem einer auf für nicht auch sich als wie aus bei nach \
        wird werden wurde haben hatte sind sein seine ihre oder aber wenn noch mehr über unter zwischen durch dieser \
        diese dieses einem kann können dass damit sowie gegen vom zum zur \
        les des une est dans pour par sur avec pas plus que qui ses son leur leurs cette ces mais aussi comme sont \
        être avoir fait sans sous entre après avant tout tous \
        los las una del por con para que como más pero sus este esta estos estas son han ser está entre sobre desde \
        hasta también cuando donde todo todos \
        gli una che per con del della delle degli dei nel nella alla come più sono anche questo questa suo loro dopo \
        prima dove quando tutti \
        uma dos das para com por não mais como mas foi são seu sua pela pelo este esta isso entre sobre também após \
        het een van voor met zijn niet ook aan maar door naar over wordt deze heeft hebben onder tussen \
        och det att som för med den inte till från har var efter eller över under kan ska \
        der til på med ikke fra har som efter etter eller over under blir være \
        nie jest się oraz dla przez jako który która które jego może tylko jest tego \
        что как это для его она они был была было были или при после если также только может который \
        bir için ile olarak daha gibi olan sonra kadar çok
        """
}
