extension FurnitureWords {
    static let italian = FurnitureWords(
        language: "it", site: "Il Corriere del porto",
        sections: ["Home", "Mondo", "Economia", "Cultura", "Sport", "Meteo", "Opinioni"],
        consent:
            "Utilizziamo i cookie per migliorare l'esperienza di navigazione. È possibile modificare le "
            + "preferenze in qualsiasi momento nell'informativa sulla privacy.",
        consentButtons: ["Accetta tutto", "Rifiuta", "Preferenze"],
        share: ["Condividi su Facebook", "Condividi su Twitter", "Invia per e-mail", "Stampa"],
        newsletter: "Iscriviti alla nostra newsletter e ricevi ogni mattina le notizie migliori.",
        newsletterButton: "Iscriviti", relatedHeading: "Leggi anche",
        related: [
            "Il consiglio vota le corsie dei bus", "Cinque forni che valgono la deviazione",
            "Quel che ha lasciato la tempesta",
        ],
        commentsHeading: "Commenti (3)",
        comments: [
            "Bellissimo articolo, grazie!", "Abito lì ed è tutto vero.",
            "Risposta a Marta: d'inverno no.",
        ],
        authorNote: "Gianna Ebden è una giornalista che segue la costa. Seguila su Twitter.",
        byline: "Di Gianna Ebden", author: "Gianna Ebden", date: "12 marzo 2024",
        footer: [
            "© 2024 Il Corriere del porto. Tutti i diritti riservati.", "Contatti", "Note legali",
        ],
        advertisement: "Pubblicità", top: "Torna su")

    static let portuguese = FurnitureWords(
        language: "pt", site: "Correio do Porto Velho",
        sections: ["Início", "Mundo", "Economia", "Cultura", "Esportes", "Tempo", "Opinião"],
        consent:
            "Utilizamos cookies para melhorar a sua experiência. Pode alterar as suas preferências a qualquer "
            + "momento na nossa política de privacidade.",
        consentButtons: ["Aceitar tudo", "Rejeitar", "Preferências"],
        share: [
            "Compartilhar no Facebook", "Compartilhar no Twitter", "Enviar por e-mail", "Imprimir",
        ],
        newsletter: "Assine a nossa newsletter e receba as melhores histórias todas as manhãs.",
        newsletterButton: "Assinar", relatedHeading: "Leia também",
        related: [
            "Câmara vota faixas de ônibus", "Cinco padarias que valem o desvio",
            "O que a tempestade deixou",
        ],
        commentsHeading: "Comentários (3)",
        comments: [
            "Ótimo artigo, obrigado!", "Moro lá e é tudo verdade.",
            "Resposta a Marta: no inverno não.",
        ],
        authorNote: "Joana Ebden é repórter e cobre o litoral. Siga-a no Twitter.",
        byline: "Por Joana Ebden", author: "Joana Ebden", date: "12 de março de 2024",
        footer: [
            "© 2024 Correio do Porto Velho. Todos os direitos reservados.", "Contato",
            "Termos de uso",
        ],
        advertisement: "Publicidade", top: "Voltar ao topo")

    static let polish = FurnitureWords(
        language: "pl", site: "Kurier Portowy",
        sections: ["Strona główna", "Świat", "Gospodarka", "Kultura", "Sport", "Pogoda", "Opinie"],
        consent:
            "Używamy plików cookie, aby ulepszać nasze usługi. Zgodę można wycofać w każdej chwili w polityce "
            + "prywatności.",
        consentButtons: ["Akceptuję wszystko", "Odrzuć", "Ustawienia"],
        share: ["Udostępnij na Facebooku", "Udostępnij na Twitterze", "Wyślij e-mailem", "Drukuj"],
        newsletter:
            "Zapisz się do naszego newslettera i otrzymuj codziennie rano najważniejsze wiadomości.",
        newsletterButton: "Zapisz się", relatedHeading: "Czytaj także",
        related: [
            "Rada głosuje nad buspasami", "Pięć piekarni wartych objazdu", "Co zostawiła burza",
        ],
        commentsHeading: "Komentarze (3)",
        comments: [
            "Świetny artykuł, dziękuję!", "Mieszkam tam i to wszystko prawda.",
            "Odpowiedź do Marty: zimą nie.",
        ],
        authorNote: "Joanna Ebden jest dziennikarką i pisze o wybrzeżu. Obserwuj ją na Twitterze.",
        byline: "Autor: Joanna Ebden", author: "Joanna Ebden", date: "12 marca 2024",
        footer: ["© 2024 Kurier Portowy. Wszelkie prawa zastrzeżone.", "Kontakt", "Regulamin"],
        advertisement: "Reklama", top: "Do góry")

    static let japanese = FurnitureWords(
        language: "ja", site: "港新聞",
        sections: ["ホーム", "国際", "経済", "文化", "スポーツ", "天気", "社説"],
        consent: "当サイトではサービス向上のためにクッキーを使用しています。設定はプライバシーポリシーからいつでも変更できます。",
        consentButtons: ["すべて同意する", "拒否する", "設定"],
        share: ["Facebookでシェア", "Twitterでシェア", "メールで送る", "印刷"],
        newsletter: "メールマガジンに登録すると、毎朝おすすめの記事をお届けします。",
        newsletterButton: "登録する", relatedHeading: "関連記事",
        related: ["市議会、バスレーンを採決へ", "遠回りしたいパン屋五選", "嵐が残したもの"],
        commentsHeading: "コメント (3)",
        comments: ["とても良い記事でした。", "住んでいますが本当です。", "マルタさんへ：冬は違います。"],
        authorNote: "江部田順子は沿岸を担当する記者です。Twitterでフォローしてください。",
        byline: "江部田順子", author: "江部田順子", date: "2024年3月12日",
        footer: ["© 2024 港新聞 無断転載を禁じます", "お問い合わせ", "利用規約"],
        advertisement: "広告", top: "ページの先頭へ")
}
