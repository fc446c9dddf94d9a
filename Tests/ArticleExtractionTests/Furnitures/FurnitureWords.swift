/// What stands around articles on a site of one language.
struct FurnitureWords {
    var language: String
    var site: String
    var sections: [String]
    var consent: String
    var consentButtons: [String]
    var share: [String]
    var newsletter: String
    var newsletterButton: String
    var relatedHeading: String
    var related: [String]
    var commentsHeading: String
    var comments: [String]
    var authorNote: String
    var byline: String
    var author: String
    var date: String
    var footer: [String]
    var advertisement: String
    var top: String
}

extension FurnitureWords {
    static let english = FurnitureWords(
        language: "en", site: "The Harbour Post",
        sections: ["Home", "World", "Business", "Culture", "Sport", "Weather", "Opinion"],
        consent:
            "We and our 743 partners use cookies to store information on your device. You can change your "
            + "choice at any time in our privacy policy.",
        consentButtons: ["Accept all", "Reject all", "Manage preferences"],
        share: ["Share on Facebook", "Share on Twitter", "Email this article", "Print"],
        newsletter:
            "Sign up to our newsletter and get the best stories in your inbox every morning.",
        newsletterButton: "Subscribe", relatedHeading: "Related articles",
        related: [
            "Council to vote on new bus lanes", "Five bakeries worth the detour",
            "What the storm left behind",
        ],
        commentsHeading: "Comments (3)",
        comments: [
            "Great read, thank you for this!", "I live there and it is all true.",
            "Reply to Martha: not in winter it is not.",
        ],
        authorNote: "Joan Ebden is a staff writer who covers the coast. Follow her on Twitter.",
        byline: "By Joan Ebden", author: "Joan Ebden", date: "12 March 2024",
        footer: [
            "© 2024 The Harbour Post. All rights reserved.", "Contact", "Terms of use", "Imprint",
        ],
        advertisement: "Advertisement", top: "Back to top")

    static let german = FurnitureWords(
        language: "de", site: "Hafenblatt",
        sections: ["Startseite", "Politik", "Wirtschaft", "Kultur", "Sport", "Wetter", "Meinung"],
        consent:
            "Wir verwenden Cookies und ähnliche Techniken, um unsere Seiten zu verbessern. Ihre Einwilligung "
            + "können Sie jederzeit in der Datenschutzerklärung widerrufen.",
        consentButtons: ["Alle akzeptieren", "Ablehnen", "Einstellungen"],
        share: ["Auf Facebook teilen", "Auf Twitter teilen", "Per E-Mail versenden", "Drucken"],
        newsletter:
            "Melden Sie sich für unseren Newsletter an und erhalten Sie jeden Morgen das Wichtigste.",
        newsletterButton: "Anmelden", relatedHeading: "Mehr zum Thema",
        related: [
            "Stadtrat stimmt über Busspuren ab", "Fünf Bäckereien, die den Umweg lohnen",
            "Was der Sturm zurückließ",
        ],
        commentsHeading: "Kommentare (3)",
        comments: [
            "Sehr schöner Artikel, danke!", "Ich wohne dort, es stimmt alles.",
            "Antwort an Martha: im Winter nicht.",
        ],
        authorNote:
            "Jana Ebden ist Redakteurin und schreibt über die Küste. Folgen Sie ihr auf Twitter.",
        byline: "Von Jana Ebden", author: "Jana Ebden", date: "12. März 2024",
        footer: ["© 2024 Hafenblatt. Alle Rechte vorbehalten.", "Kontakt", "AGB", "Impressum"],
        advertisement: "Anzeige", top: "Nach oben")

    static let french = FurnitureWords(
        language: "fr", site: "Le Courrier du port",
        sections: ["Accueil", "Monde", "Économie", "Culture", "Sports", "Météo", "Opinions"],
        consent:
            "Nous utilisons des cookies pour mesurer l'audience et vous proposer des contenus adaptés. Vous "
            + "pouvez retirer votre consentement à tout moment.",
        consentButtons: ["Tout accepter", "Tout refuser", "Paramétrer"],
        share: ["Partager sur Facebook", "Partager sur Twitter", "Envoyer par e-mail", "Imprimer"],
        newsletter:
            "Inscrivez-vous à notre newsletter et recevez chaque matin l'essentiel de l'actualité.",
        newsletterButton: "S'inscrire", relatedHeading: "À lire aussi",
        related: [
            "Le conseil vote sur les couloirs de bus", "Cinq boulangeries qui valent le détour",
            "Ce que la tempête a laissé",
        ],
        commentsHeading: "Commentaires (3)",
        comments: [
            "Très bel article, merci !", "J'y habite et tout est vrai.",
            "Réponse à Marthe : pas en hiver.",
        ],
        authorNote: "Jeanne Ebden est journaliste et couvre le littoral. Suivez-la sur Twitter.",
        byline: "Par Jeanne Ebden", author: "Jeanne Ebden", date: "12 mars 2024",
        footer: [
            "© 2024 Le Courrier du port. Tous droits réservés.", "Contact", "CGU",
            "Mentions légales",
        ],
        advertisement: "Publicité", top: "Haut de page")

    static let spanish = FurnitureWords(
        language: "es", site: "El Correo del Puerto",
        sections: ["Inicio", "Mundo", "Economía", "Cultura", "Deportes", "El tiempo", "Opinión"],
        consent:
            "Utilizamos cookies propias y de terceros para mejorar nuestros servicios. Puede cambiar la "
            + "configuración en nuestra política de privacidad.",
        consentButtons: ["Aceptar todo", "Rechazar", "Configurar"],
        share: ["Compartir en Facebook", "Compartir en Twitter", "Enviar por correo", "Imprimir"],
        newsletter: "Suscríbase a nuestro boletín y reciba cada mañana las mejores historias.",
        newsletterButton: "Suscribirse", relatedHeading: "Noticias relacionadas",
        related: [
            "El consejo vota los carriles bus", "Cinco panaderías que merecen el desvío",
            "Lo que dejó la tormenta",
        ],
        commentsHeading: "Comentarios (3)",
        comments: [
            "¡Muy buen artículo, gracias!", "Vivo allí y todo es verdad.",
            "Respuesta a Marta: en invierno no.",
        ],
        authorNote: "Juana Ebden es redactora y cubre la costa. Síguela en Twitter.",
        byline: "Por Juana Ebden", author: "Juana Ebden", date: "12 de marzo de 2024",
        footer: [
            "© 2024 El Correo del Puerto. Todos los derechos reservados.", "Contacto",
            "Aviso legal",
        ],
        advertisement: "Publicidad", top: "Volver arriba")

    static let all: [FurnitureWords] = [
        .english, .german, .french, .spanish, .italian, .portuguese, .polish, .japanese,
    ]
}
