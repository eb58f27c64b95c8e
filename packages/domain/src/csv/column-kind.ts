export type ColumnKind = "number" | "timeZone" | "state" | "region" | "reason" | null;

const telephones = new Set(
	`phone phones telephone mobile cell cellphone cellular tel telefon telefono telefone handy mobil movil celular portable
	mobiltelefon mobilfunk rufnummer telefonnummer handynummer mobilnummer telefonnr telnr telno phonenumber phoneno mobilenumber
	cellnumber mobilephone sms msisdn e164 whatsapp fono tlf gsm natel phonenr mobileno`.split(/\s+/),
);
const furtherWords = new Set(
	`number numbers no nr num numero nummer value primary main my your home work business office personal private customer client
	contact patient guest member owner recipient user lead billing shipping default preferred best text texting us usa e 164 c
	required optional of the de del du la le and or formatted full daytime evening day other first second company direct international
	intl whatsapp`.split(/\s+/),
);
const numberAlone =
	/^(number|e164|to|recipients?|contactnumber|numero|nummer|numerodetelefono|numerodetelephone|电话|手机|手机号|电话号码|電話|電話番号|телефон|номертелефона)$/;
const timeZone =
	/^(contact|customer|client|recipient|user|local|home|iana|olson|my|your|default|preferred)*(timezone|tz|tzid)(name|id|code|iana)?$|^(zeitzone|zonahoraria|husohorario|fusohorario|fuseauhoraire)$/;
const states = new Set("state states province provinces estado provincia".split(" "));
const stateWords = new Set(
	`state province code abbreviation abbrev abbr name or of residence home work business mailing billing shipping address us usa
	customer client contact recipient user my your default primary other 1 2 physical legal territory prov`.split(
		/\s+/,
	),
);

/** Finds the kind that a heading names, whatever its case, signs and further words. */
export function columnKindOf(heading: string): ColumnKind {
	const words = wordsOf(heading);
	const plain = words.join("");
	if (plain === "") return null;
	if (numberAlone.test(plain) || isTelephone(words)) return "number";
	if (timeZone.test(plain)) return "timeZone";
	if (
		words.some((word) => states.has(word)) &&
		words.every((word) => stateWords.has(word) || states.has(word))
	) {
		return "state";
	}
	if (
		plain === "st" ||
		(words.includes("region") && words.every((word) => word === "region" || stateWords.has(word)))
	) {
		return "region";
	}
	return /^(reason|grund|motivo|raison|motif)$/.test(plain) ? "reason" : null;
}

/** Makes `Phone Number`, `phoneNumber` and `PHONE_NUMBER` the same. */
export function plainHeading(heading: string): string {
	return wordsOf(heading).join("");
}

/** Removes the numbers of a heading: `Phone 1 - Value` and `Phone 2 - Value` are one series. */
export function seriesOf(heading: string): string {
	return wordsOf(heading)
		.filter((word) => !/^\d+$/.test(word))
		.join(" ");
}

function isTelephone(words: readonly string[]): boolean {
	if (telephones.has(words.join(""))) return true;
	return (
		words.some((word) => telephones.has(word)) &&
		words.every((word) => telephones.has(word) || furtherWords.has(word) || /^\d{1,2}$/.test(word))
	);
}

function wordsOf(heading: string): string[] {
	return heading
		.normalize("NFKD")
		.replace(/[\p{Mn}\p{Cf}]/gu, "")
		.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.flatMap((word) => word.match(/\d+|\D+/g) ?? [])
		.filter((word) => word !== "");
}
