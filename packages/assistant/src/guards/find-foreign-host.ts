/** A full stop without a space ends a sentence before a capital letter, except before these: "evil.Com". */
const usualEnds =
	"com|net|org|info|biz|io|co|ai|app|dev|shop|store|online|site|xyz|top|club|live|link|click|zip|mov|tv|uk|br|mx|ca|eu|ru|cn|gov|edu|mil|vip|tk|ml|ga|cf|ly|gg|cc|ws|page|web|tech|cloud|pay|support|example|test";
const endsApart = "com|net|org|info|biz|io|app|dev|xyz|ru|cn|edu|gov";
const host =
	/(?<![\p{L}\p{N}@])(?:[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?\.)+(?:xn--[a-z0-9-]+|[\p{L}]{2,})(?![\p{L}\p{N}])/giu;
const mail = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]*[\p{L}\p{N}]/giu;
const address =
	/(?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?!\d)|\[[0-9a-f:]{4,}\]|(?<![\w:])(?:[0-9a-f]{1,4}:){3,}[0-9a-f:]*/gi;
const schemePattern =
	/(?<![a-z])(?:h[tx*]{2}ps?|ftps?|javascript|data|file|tel|sms|mailto|whatsapp|intent)\s*:\s*(?:\/\/)?\s*([^\s/?#"')]*)/gi;
const abbreviations = /^(?:p\.ej|z\.b|\d+\.(?:am|pm|uhr|hrs?|th|st|nd|rd))$/i;
const spelledDot = "(?:dot|d0t|period|full stop|punto|ponto|punkt|point)";

/** Returns the first site, mail or network address that the sources do not hold, or null; both normalised. */
export function findForeignHost(answer: string, sources: readonly string[]): string | null {
	const known = new Set(sources.flatMap((source) => [...listHosts(joinSpelled(source))]));
	const written = joinSpelled(answer);
	for (const found of listHosts(written)) if (!known.has(found)) return found;
	for (const [scheme, authority] of written.matchAll(schemePattern))
		if (!known.has(bare(authority ?? "")) && !sources.some((source) => source.includes(scheme)))
			return scheme;
	return null;
}

function listHosts(text: string): Set<string> {
	const mails = [...text.matchAll(mail)].map(([mail]) => mail.toLowerCase());
	const hosts = [...text.matchAll(host)].map(([host]) => host).filter(isHost);
	const addresses = [...text.matchAll(address)].map(([address]) => address);
	const ofMails = mails.map((mail) => mail.slice(mail.indexOf("@") + 1)).filter((host) => host.includes("."));
	return new Set([...mails, ...[...hosts, ...ofMails].map(bare), ...addresses]);
}

function isHost(found: string): boolean {
	if (abbreviations.test(found)) return false;
	const end = found.slice(found.lastIndexOf(".") + 1);
	const isSentence = /^\p{Lu}\p{Ll}*$/u.test(end) && !new RegExp(`^(?:${usualEnds})$`, "i").test(end);
	return !isSentence;
}

function bare(host: string): string {
	return host
		.toLowerCase()
		.replace(/^www\./, "")
		.replace(/[.:]\d*$/, "");
}

/** "evil dot com", "evil . com" and "e v i l . c o m" as addresses. */
function joinSpelled(text: string): string {
	return text
		.replace(/(?<![\p{L}\p{N}])(?:[\p{L}\p{N}][ \-_*]){2,}[\p{L}\p{N}](?![\p{L}\p{N}])/gu, (letters) =>
			letters.replace(/[ \-_*]/g, ""),
		)
		.replace(new RegExp(`\\s*[([{<]\\s*(?:${spelledDot}|\\.)\\s*[)\\]}>]\\s*`, "gi"), ".")
		.replace(/(?<=[\p{L}\p{N}])[\s,_\-–—"'*]+(?:dot|d0t)[\s,_\-–—"'*]+(?=[\p{L}]{2,})/giu, ".")
		.replace(
			new RegExp(
				`(?<=[\\p{L}\\p{N}])[\\s,_\\-]+${spelledDot}[\\s,_\\-]+(?=(?:${usualEnds})(?![\\p{L}\\p{N}]))`,
				"giu",
			),
			".",
		)
		.replace(/(?<=[\p{L}\p{N}])\s+\.\s*(?=[\p{L}]{2,})/gu, ".")
		.replace(new RegExp(`(?<=[\\p{L}\\p{N}])\\.\\s+(?=(?:${endsApart})(?:[/?#:]|\\s|[.,!]|$))`, "gu"), ".")
		.replace(/\s*[([{<]\s*(?:at|arroba|chiocciola)\s*[)\]}>]\s*/gi, "@")
		.replace(
			/(?<=[\p{L}\p{N}])\s+(?:at|arroba|chiocciola|arobase)\s+(?=[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/giu,
			"@",
		);
}
