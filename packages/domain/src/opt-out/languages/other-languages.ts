import type { LanguageText } from "./language-rules.ts";

const portuguese: LanguageText = {
	words: {
		bare: "pare parar parem sair cancelar chega basta descadastrar remover",
		soft: "por favor porfavor obrigado obrigada olá oi já",
		negations: "não nunca",
	},
	classes: {
		texts: "mensagem mensagens sms textos propaganda propagandas promoções spam anúncios",
		this: "mais as os essas esses estas suas seus de nenhuma",
	},
	rules: {
		always: `
			não quero|desejo receber|mais* {this}* {texts}
			não me mande|mandem|envie|enviem|escreva|escrevam|contate mais|{texts}
			não mande|mandem|envie|enviem {this}* {texts}
			número errado
			remova|retire|tire|exclua|apague meu|o número
			remova|retire|tire|exclua me|de|da|sua|desta|dessa* lista
			me remova|retire|tire|exclua|tira da|de|desta|dessa|sua* lista
			não me mandem|mande|enviem|envie|escrevam|escreva mais nada|$
			quero|desejo sair da|desta|dessa lista
			tira|tirem|remove|remova|removam|apaga|apaguem|exclua|excluam meu|o|este número|nome|contato
			retiro|revogo meu|o consentimento
			chega de {this}* {texts}`,
		stopping: `
			pare|parem|para de me? mandar|enviar|escrever|contatar|incomodar
			cancelar|cancele {this}* {texts}`,
	},
};

const german: LanguageText = {
	words: {
		bare: "stopp abmelden abbestellen aufhören austragen stop",
		soft: "bitte danke hallo sofort jetzt",
		negations: "nicht nie",
	},
	classes: {
		texts: "nachricht nachrichten sms werbung texte mitteilungen",
		this: "mehr weitere weiteren ihre eure diese keine von euch ihnen bekommen erhalten",
	},
	rules: {
		always: `
			keine {this}* {texts} mehr
			keine weiteren|weitere|mehr {texts}
			falsche|verkehrte nummer
			schreiben|schreibt|schreib|kontaktieren sie? mir|mich nicht|nie mehr|wieder
			lassen|lasst|lass sie? mich in ruhe
			nehmen|nimm|streichen|löschen|lösche|entfernen sie? mich|meine|nummer* aus|von ihrer|der|eurer|dieser* liste|verteiler|kontakten
			melden sie mich ab
			^ hören|hör|hört sie? auf $
			nehmen|nimm|nehmt|streichen|streich|streicht|löschen|lösche|löscht|entfernen|entfernt|entferne sie? mich|meine nummer|daten|aus|von|vom|dem|$* verteiler|liste|kontakten|datenbank|$
			streichen|löschen|entfernen|lösche|lösch|entferne|löscht sie? meine nummer|daten|kontaktdaten
			widerrufe|widerruf|ziehe meine|die* einwilligung|zustimmung|erlaubnis
			unterlassen|unterlassung sie? jede|jegliche|weitere|die* kontaktaufnahme|nachrichten|werbung
			^ keine {this}* {texts} $|mehr
			möchte|will|wünsche|brauche ich? keine {this}* {texts}
			nicht mehr kontaktieren|kontaktiert|anschreiben|angeschrieben|belästigen`,
		stopping: `
			hören|hör|hört sie? auf mir|mich|zu? {texts}? zu? schreiben|schicken|senden|belästigen|kontaktieren`,
	},
};

const italian: LanguageText = {
	words: {
		bare: "basta ferma fermate fermatevi smettila smettetela smetti annulla disiscrivi disiscrivimi cancellami",
		soft: "per favore porfavor grazie ciao salve subito",
		negations: "non mai",
	},
	classes: {
		texts: "messaggio messaggi sms pubblicità promozioni spam",
		this: "più i di con altri questi vostri tuoi",
	},
	rules: {
		always: `
			non voglio|desidero più ricevere? {this}* {texts}
			non voglio|desidero ricevere {this}* {texts}
			non scrivetemi|scrivermi|mandatemi|mandarmi|inviatemi|contattatemi|contattarmi {this}* {texts}? $
			numero sbagliato
			non mandatemi|mandarmi|scrivetemi|inviatemi|inviarmi più {this}* {texts}
			cancellate|cancella|rimuovete|rimuovi|togliete|togli|eliminate il? mio numero|nome|contatto
			revoco|ritiro il? mio? consenso
			toglietemi|rimuovetemi|cancellatemi|disiscrivetemi da|dalla|dal|$ {this}* lista|elenco|database
			cancellami|toglietemi|rimuovetemi|cancellatemi|toglimi|rimuovimi da|dalla|dai|questa|vostra|tua* lista|elenco|contatti`,
		stopping: `
			smettila|smettetela|smettete|smetti di mandarmi|scrivermi|inviarmi|contattarmi|disturbarmi
			basta {this}* {texts}`,
	},
};

const wholeMessages: LanguageText = {
	words: {
		bare:
			"stop 停止 请停止 拒收 停止してください やめて やめてください 解除 " +
			"중지 그만 수신거부 정지 취소 그만보내세요 " +
			"стоп отписаться отпишите отписка хватит прекратите перестаньте " +
			"הסר הסירו הפסק הפסיקו תפסיקו עצור " +
			"توقف إيقاف الغاء إلغاء " +
			"ngừng ngưng tigil itigil sispann rete kanpe dur zatrzymaj wypisz",
		bareWith: "меня пожалуйста 보내세요 lại đi na po tanpri souple 了 谢谢 请",
		fragments:
			"退订 退訂 取消订阅 取消訂閱 不要再发 不要再發 别再发 別再發 停止发 停止發 请勿再发 配信停止 送らないで 수신거부",
		soft: "please пожалуйста спасибо po",
	},
	classes: {},
	rules: {
		always: `
			не пишите|звоните|присылайте мне? больше|сообщения|смс
			больше не пишите|присылайте
			не надо|нужно мне? писать|присылать
			отпишите|удалите меня|мой|номер
			перестаньте|хватит|прекратите мне? писать|присылать|слать
			неправильный|неверный номер
			ошиблись номером
			수신 거부
			그만 보내세요|보내주세요|해주세요
			문자 보내지 마세요|말아주세요
			đừng|dừng|ngừng nhắn|gửi|gởi tin
			không muốn nhận tin
			nhầm số
			^ dừng lại $
			sai số
			wag|huwag na kayong|kayo|nyo|niyo|po|ninyo|akong* mag|magtext|magpadala|itext|text
			tama na
			maling|wrong number po
			التوقف عن إرسال|ارسال الرسائل
			إلغاء|الغاء الاشتراك
			لا ترسل|ترسلوا`,
	},
};

export const otherLanguages: readonly LanguageText[] = [portuguese, german, italian, wholeMessages];
