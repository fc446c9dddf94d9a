import CXML2
import Glibc

/// Makes XPath's functions over strings count the bytes that they go through as steps.
///
/// libxml2 counts a call as one step, whether it goes through a word or through the whole page: with such functions
/// 20 million steps take hours. Each function stands in for libxml2's own of that name, counts, and calls it.
enum XPathBudget {
    /// Bytes that take about as long as a step.
    private static let bytesPerStep = 16

    /// Registers the functions; they end an evaluation as libxml2 itself does beyond its limit.
    static func register(on context: xmlXPathContextPtr) {
        let functions: [(String, xmlXPathFunction)] = unsafe [
            ("string", { unsafe XPathBudget.call($0, $1, xmlXPathStringFunction) }),
            ("concat", { unsafe XPathBudget.call($0, $1, xmlXPathConcatFunction) }),
            ("contains", { unsafe XPathBudget.call($0, $1, xmlXPathContainsFunction) }),
            ("starts-with", { unsafe XPathBudget.call($0, $1, xmlXPathStartsWithFunction) }),
            ("substring", { unsafe XPathBudget.call($0, $1, xmlXPathSubstringFunction) }),
            (
                "substring-before",
                { unsafe XPathBudget.call($0, $1, xmlXPathSubstringBeforeFunction) }
            ),
            (
                "substring-after",
                { unsafe XPathBudget.call($0, $1, xmlXPathSubstringAfterFunction) }
            ),
            ("string-length", { unsafe XPathBudget.call($0, $1, xmlXPathStringLengthFunction) }),
            ("normalize-space", { unsafe XPathBudget.call($0, $1, xmlXPathNormalizeFunction) }),
            ("translate", { unsafe XPathBudget.call($0, $1, xmlXPathTranslateFunction) }),
            ("number", { unsafe XPathBudget.call($0, $1, xmlXPathNumberFunction) }),
            ("sum", { unsafe XPathBudget.sum($0, $1) }),
        ]
        for index in unsafe functions.indices {
            let (name, function) = unsafe functions[index]
            // A name that is taken is not given anew.
            unsafe xmlXPathRegisterFunc(context, name, nil)
            unsafe xmlXPathRegisterFunc(context, name, function)
        }
    }

    /// Sets of nodes become the strings that the function would make of them.
    private static func call(
        _ parser: xmlXPathParserContextPtr?, _ count: Int32, _ function: xmlXPathFunction
    ) {
        guard let parser = unsafe parser, unsafe parser.pointee.valueNr >= count else { return }
        var bytes = 0
        var arguments: [xmlXPathObjectPtr?] = unsafe []
        for _ in 0..<count {
            var argument = unsafe valuePop(parser)
            if let type = unsafe argument?.pointee.type,
                type == XPATH_NODESET || type == XPATH_XSLT_TREE
            {
                unsafe argument = xmlXPathConvertString(argument)
            }
            bytes += unsafe length(of: argument)
            unsafe arguments.append(argument)
        }
        for index in unsafe arguments.indices.reversed() {
            unsafe valuePush(parser, arguments[index])
        }
        guard unsafe self.count(bytes, parser) else { return }
        unsafe function(parser, count)
        // What was made of the node itself, and what was made at all.
        _ = unsafe self.count(length(of: parser.pointee.value), parser)
    }

    private static func sum(_ parser: xmlXPathParserContextPtr?, _ count: Int32) {
        guard let parser = unsafe parser else { return }
        if let value = unsafe parser.pointee.value, unsafe value.pointee.type == XPATH_NODESET,
            let set = unsafe value.pointee.nodesetval
        {
            for index in 0..<Int(unsafe set.pointee.nodeNr) {
                let text = unsafe xmlXPathCastNodeToString(set.pointee.nodeTab[index])
                let bytes =
                    unsafe text.map {
                        unsafe strlen(
                            UnsafeRawPointer($0)
                                .assumingMemoryBound(to: CChar.self))
                    } ?? 0
                unsafe briefd_free(text)
                guard unsafe self.count(Int(bytes), parser) else { return }
            }
        }
        unsafe xmlXPathSumFunction(parser, count)
    }

    private static func length(of object: xmlXPathObjectPtr?) -> Int {
        guard let object = unsafe object, unsafe object.pointee.type == XPATH_STRING,
            let text = unsafe object.pointee.stringval
        else { return 0 }
        return Int(unsafe strlen(UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self)))
    }

    /// False, and the evaluation ended, where the steps are used up.
    private static func count(_ bytes: Int, _ parser: xmlXPathParserContextPtr) -> Bool {
        guard let context = unsafe parser.pointee.context else { return false }
        unsafe context.pointee.opCount += UInt(bytes / bytesPerStep)
        guard unsafe context.pointee.opCount > context.pointee.opLimit else { return true }
        unsafe xmlXPathErr(parser, Int32(XPATH_OP_LIMIT_EXCEEDED.rawValue))
        return false
    }
}
