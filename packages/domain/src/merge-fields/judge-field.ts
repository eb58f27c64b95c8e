const knownWords = new Set(
	`firstname lastname fullname name fname lname surname nickname middlename givenname familyname forename salutation
	customername clientname contactname username yourname patientname guestname membername agentname doctorname companyname
	businessname storename productname servicename eventname recipientname subscribername leadname petname studentname
	customer client contact patient guest recipient subscriber company business organization organisation
	email emailaddress mail phone phonenumber mobile mobilenumber cell telephone address street city state zip zipcode postcode
	postalcode country date time day month year appointment appointmentdate appointmenttime datetime startdate enddate duedate
	birthday birthdate dob age gender amount total price balance discount currency code couponcode promocode coupon discountcode
	vouchercode otp pin link url trackinglink trackingurl website shortlink bookinglink reviewlink paymentlink order ordernumber
	orderid invoice invoicenumber invoiceid trackingnumber product service location store branch position jobtitle
	custom customfield field placeholder variable merge mergefield tag value text optout optoutlink unsubscribe unsubscribelink
	id userid customerid contactid first last firstnamehere namehere insertname insertfirstname inserthere yourcompany
	vorname nachname nombre apellido prenom nom empresa anrede firma`.split(/\s+/),
);

/** Judges whether `whole` is a merge field named `inner`. */
export function judgeField(whole: string, inner: string, mayBeText: boolean): "sure" | "perhaps" | "none" {
	if (!/\p{L}/u.test(inner))
		return /^\{\s*\d{1,2}\s*\}$/.test(whole) ? "perhaps" : mayBeText ? "none" : judgeEmpty(whole);
	if (!mayBeText) return /^%[0-9a-f]{2}%$/i.test(whole) ? "none" : "sure";
	if (/^<\s*(?:https?:|mailto:|tel:|www\.)|^<[^<>@\s]+@[^<>@\s]+>$/i.test(whole)) return "none";
	const [bare = "", otherwise] = inner.split(/[|,]\s*(?=\p{L}+\s*=)|\|/u);
	if (otherwise !== undefined && !/^[#~@(]/.test(whole))
		return isName(bare) || whole.startsWith("{") ? "sure" : "perhaps";
	if (
		isKnownField(bare) ||
		/^(?:insert|enter|your|recipient'?s?|customer'?s?|client'?s?|contact'?s?)\b/i.test(bare)
	) {
		return isShouted(bare) || !whole.startsWith("(") || whole.startsWith("((") ? "sure" : "perhaps";
	}
	if (isProgramName(bare)) return "sure";
	if (whole.startsWith("{")) return isName(bare) ? "sure" : "perhaps";
	if (/^<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>$/i.test(whole)) return "perhaps";
	if (whole.startsWith("<<") && isName(bare)) return "sure";
	return /^[@$|~^]/.test(whole) && isName(bare) ? "perhaps" : "none";
}

function judgeEmpty(whole: string): "sure" | "none" {
	return whole.startsWith("{{") || whole.startsWith("*|") ? "sure" : "none";
}

function isShouted(text: string): boolean {
	return text === text.toUpperCase();
}

function isName(text: string): boolean {
	return /^\p{L}[\p{L}\p{N}_.-]*$/u.test(text.trim());
}

function isProgramName(text: string): boolean {
	const word = text.trim();
	return /^\p{L}[\p{L}\p{N}]*(?:[_.]\p{L}[\p{L}\p{N}]*)+$/u.test(word) || /^\p{Ll}+\p{Lu}\p{L}*$/u.test(word);
}

/** True when its last words, or all, name a field: `contact.first_name`, `Customer First Name`. */
export function isKnownField(text: string): boolean {
	const words = text
		.trim()
		.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
		.toLowerCase()
		.split(/[^\p{L}]+/u)
		.filter((word) => word !== "");
	if (words.length === 0 || words.length > 5) return false;
	if (knownWords.has(words.join(""))) return true;
	const owners =
		/^(?:contact|customer|client|recipient|user|lead|subscriber|patient|guest|member|person|company|custom|my|the|your|first|last|insert|field|merge|order|appointment)$/;
	return (
		owners.test(words[0] ?? "") &&
		words.slice(1).some((_, at) => knownWords.has(words.slice(at + 1).join("")))
	);
}
