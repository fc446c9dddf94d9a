import CCurl

/// A libcurl easy handle and the strings lent to it, freed with it. Used on the loop's thread only.
@safe final class EasyHandle {
    let pointer: UnsafeMutableRawPointer
    var address: UInt { unsafe UInt(bitPattern: pointer) }
    private var list: UnsafeMutablePointer<curl_slist>?
    /// libcurl writes here what went wrong, more closely than its codes say.
    private let messages = UnsafeMutablePointer<CChar>.allocate(
        capacity: Int(CURL_ERROR_SIZE))
    /// The first option that libcurl did not take.
    private(set) var failure: CURLcode = CURLE_OK

    init?() {
        unsafe messages.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        guard let pointer = unsafe curl_easy_init() else {
            unsafe messages.deallocate()
            return nil
        }
        unsafe self.pointer = pointer
        unsafe note(briefd_setopt_pointer(pointer, CURLOPT_ERRORBUFFER, messages))
    }

    /// What libcurl says of the last error, printable; nil where it says no more than its code.
    var message: String? {
        let text = unsafe String(cString: messages)
        let line = text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7f }
        return line.isEmpty ? nil : String(String.UnicodeScalarView(line))
    }

    deinit {
        unsafe curl_easy_cleanup(pointer)
        unsafe messages.deallocate()
        unsafe curl_slist_free_all(list)
    }

    private func note(_ code: CURLcode) {
        if failure == CURLE_OK, code != CURLE_OK { failure = code }
    }

    func set(_ option: CURLoption, _ value: Int) {
        note(unsafe briefd_setopt_long(pointer, option, value))
    }

    func set(_ option: CURLoption, _ value: Bool) {
        set(option, value ? 1 : 0)
    }

    func set(_ option: CURLoption, offset value: Int) {
        note(unsafe briefd_setopt_offset(pointer, option, curl_off_t(value)))
    }

    /// libcurl copies the text.
    func set(_ option: CURLoption, _ value: String) {
        note(unsafe briefd_setopt_string(pointer, option, value))
    }

    func set(_ option: CURLoption, context: UnsafeMutableRawPointer) {
        note(unsafe briefd_setopt_pointer(pointer, option, context))
    }

    func set(_ option: CURLoption, function: @escaping briefd_data_function) {
        note(unsafe briefd_setopt_data_function(pointer, option, function))
    }

    func set(opensocket function: @escaping curl_opensocket_callback) {
        note(unsafe briefd_setopt_opensocket(pointer, function))
    }

    /// libcurl copies the bytes.
    func set(body bytes: [UInt8]) {
        set(CURLOPT_POSTFIELDSIZE_LARGE, offset: bytes.count)
        unsafe bytes.withUnsafeBytes { buffer in
            let copy = unsafe UnsafeMutableRawPointer(mutating: buffer.baseAddress)
            note(unsafe briefd_setopt_pointer(pointer, CURLOPT_COPYPOSTFIELDS, copy))
        }
    }

    func set(headers lines: [[UInt8]]) { set(CURLOPT_HTTPHEADER, list: lines) }

    /// For one list of a handle.
    func set(_ option: CURLoption, list lines: [[UInt8]]) {
        for line in lines {
            let text = line.map { CChar(bitPattern: $0) } + [0]
            guard let longer = unsafe curl_slist_append(list, text) else {
                note(CURLE_OUT_OF_MEMORY)
                return
            }
            unsafe list = longer
        }
        note(unsafe briefd_setopt_list(pointer, option, list))
    }

    func long(_ info: CURLINFO) -> Int {
        var value = 0
        return unsafe briefd_getinfo_long(pointer, info, &value) == CURLE_OK ? value : 0
    }

    func offset(_ info: CURLINFO) -> Int {
        var value: curl_off_t = 0
        return unsafe briefd_getinfo_offset(pointer, info, &value) == CURLE_OK ? Int(value) : 0
    }

    func microseconds(_ info: CURLINFO) -> Duration { .microseconds(offset(info)) }

    /// Goes on after a pause; what libcurl kept is delivered before this returns.
    func resume() -> CURLcode {
        // CURLPAUSE_CONT, a macro with a cast.
        unsafe curl_easy_pause(pointer, 0)
    }

    func string(_ info: CURLINFO) -> String? {
        var value: UnsafeMutablePointer<CChar>?
        guard unsafe briefd_getinfo_string(pointer, info, &value) == CURLE_OK,
            let text = unsafe value
        else { return nil }
        return unsafe String(cString: text)
    }
}
