/// Commands of TeX that stand for one character, and how it is spaced.
enum TeXSymbols {
    enum Kind: Sendable {
        /// A letter, a number: no space beside it.
        case ordinary
        /// A sum, an integral, a named function: a space before what it is applied to.
        case operation
        case binary, relation, opening, closing, punctuation
    }

    static let commands: [String: (text: String, kind: Kind)] = {
        var table: [String: (text: String, kind: Kind)] = [:]
        for (kind, words) in lists {
            let parts = words.split(whereSeparator: \.isWhitespace)
            for index in stride(from: 0, to: parts.count - 1, by: 2) {
                table[String(parts[index])] = (String(parts[index + 1]), kind)
            }
        }
        for name in functions { table[name] = (name, .operation) }
        return table
    }()

    /// The command for a character; the first of several.
    static let byCharacter: [String: String] = {
        var table: [String: String] = [:]
        for (_, words) in lists {
            let parts = words.split(whereSeparator: \.isWhitespace)
            for index in stride(from: 0, to: parts.count - 1, by: 2) {
                let character = String(parts[index + 1])
                if table[character] == nil { table[character] = String(parts[index]) }
            }
        }
        return table
    }()

    static let functions = Set(
        """
        arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln
        log max min Pr sec sin sinh sup tan tanh
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// Relations, signs and brackets that are written as they are.
    static func kind(of character: Unicode.Scalar) -> Kind {
        switch character {
        case "=", "<", ">", ":", "≤", "≥", "≠", "≈", "≡", "∼", "→", "←", "↔", "⇒", "⇐", "⇔", "∈",
            "∉",
            "⊂", "⊆", "⊃", "⊇", "∝", "≅", "≪", "≫", "↦", "∣":
            .relation
        case "+", "-", "−", "±", "∓", "×", "÷", "⋅", "·", "∗", "*", "∪", "∩", "∧", "∨", "⊕", "⊗",
            "∘":
            .binary
        case "(", "[", "{", "⟨", "⌊", "⌈": .opening
        case ")", "]", "}", "⟩", "⌋", "⌉", "!", "′": .closing
        case ",", ";": .punctuation
        case "∑", "∏", "∫", "∬", "∭", "∮": .operation
        default: .ordinary
        }
    }

    private static let lists: [(Kind, String)] = [
        (
            .ordinary,
            """
            alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ
            lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ
            phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ
            Phi Φ Psi Ψ Omega Ω infty ∞ partial ∂ nabla ∇ forall ∀ exists ∃ nexists ∄ emptyset ∅ varnothing ∅
            hbar ℏ ell ℓ Re ℜ Im ℑ aleph ℵ wp ℘ angle ∠ triangle △ square □ neg ¬ lnot ¬ top ⊤ bot ⊥ prime ′
            degree ° ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ dotsc … dotsb ⋯ imath ı jmath ȷ flat ♭ sharp ♯
            natural ♮ clubsuit ♣ heartsuit ♥ spadesuit ♠ diamondsuit ♦ dagger † ddagger ‡ S § P ¶ pounds £
            checkmark ✓ copyright © mho ℧ complement ∁ backslash \\ vert | lvert | rvert | mid | Vert ‖
            lVert ‖ rVert ‖ surd √ bigstar ★ lbrace { rbrace } AA Å aa å ss ß ae æ AE Æ o ø O Ø
            textdegree ° euro € textdollar $ nobreakspace ~ lq ‘ rq ’ blacksquare ■ Box □ Diamond ◇
            """
        ),
        (
            .operation,
            """
            sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂
            bigvee ⋁ bigwedge ⋀ bigsqcup ⨆
            """
        ),
        (
            .binary,
            """
            times × cdot ⋅ div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet ∙ oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙
            cup ∪ cap ∩ setminus ∖ smallsetminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ uplus ⊎ sqcup ⊔ sqcap ⊓ amalg ⨿
            wr ≀ bmod mod
            """
        ),
        (
            .relation,
            """
            le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ lt < gt > ne ≠ neq ≠ equiv ≡ approx ≈ sim ∼ simeq ≃
            cong ≅ propto ∝ ll ≪ gg ≫ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ subsetneq ⊊ supset ⊃ supseteq ⊇
            to → rightarrow → longrightarrow ⟶ leftarrow ← gets ← longleftarrow ⟵ leftrightarrow ↔
            Rightarrow ⇒ implies ⇒ Longrightarrow ⟹ Leftarrow ⇐ Leftrightarrow ⇔ iff ⇔ mapsto ↦ uparrow ↑
            downarrow ↓ updownarrow ↕ hookrightarrow ↪ rightharpoonup ⇀ rightleftharpoons ⇌ perp ⊥
            parallel ∥ models ⊨ vdash ⊢ dashv ⊣ prec ≺ preceq ⪯ succ ≻ succeq ⪰ asymp ≍ doteq ≐ triangleq ≜
            coloneqq ≔ because ∵ therefore ∴ lesssim ≲ gtrsim ≳ ltimes ⋉ bowtie ⋈
            """
        ),
        (
            .opening, "langle ⟨ lfloor ⌊ lceil ⌈ lbrack [ lparen ("
        ),
        (
            .closing, "rangle ⟩ rfloor ⌋ rceil ⌉ rbrack ] rparen )"
        ),
        (.punctuation, "colon :"),
    ]
}
