import { areaCodeOf, isTollFreeCode } from "./number-kind.ts";

/**
 * ISO codes by calling code. Source, read on 2026-11-30: libphonenumber-js 1.13.16, too large to load here. Omits
 * codes of no country (870, 878, 881, 882, 883, 888, 979).
 */
const callingCodes = `
7 KZ RU; 20 EG; 27 ZA; 30 GR; 31 NL; 32 BE; 33 FR; 34 ES; 36 HU; 39 IT VA; 40 RO; 41 CH; 43 AT; 44 GB GG IM JE; 45 DK
46 SE; 47 NO SJ; 48 PL; 49 DE; 51 PE; 52 MX; 53 CU; 54 AR; 55 BR; 56 CL; 57 CO; 58 VE; 60 MY; 61 AU CC CX; 62 ID
63 PH; 64 NZ; 65 SG; 66 TH; 81 JP; 82 KR; 84 VN; 86 CN; 90 TR; 91 IN; 92 PK; 93 AF; 94 LK; 95 MM; 98 IR; 211 SS
212 EH MA; 213 DZ; 216 TN; 218 LY; 220 GM; 221 SN; 222 MR; 223 ML; 224 GN; 225 CI; 226 BF; 227 NE; 228 TG; 229 BJ
230 MU; 231 LR; 232 SL; 233 GH; 234 NG; 235 TD; 236 CF; 237 CM; 238 CV; 239 ST; 240 GQ; 241 GA; 242 CG; 243 CD; 244 AO
245 GW; 246 IO; 247 AC; 248 SC; 249 SD; 250 RW; 251 ET; 252 SO; 253 DJ; 254 KE; 255 TZ; 256 UG; 257 BI; 258 MZ; 260 ZM
261 MG; 262 RE YT; 263 ZW; 264 NA; 265 MW; 266 LS; 267 BW; 268 SZ; 269 KM; 290 SH TA; 291 ER; 297 AW; 298 FO; 299 GL
350 GI; 351 PT; 352 LU; 353 IE; 354 IS; 355 AL; 356 MT; 357 CY; 358 AX FI; 359 BG; 370 LT; 371 LV; 372 EE; 373 MD
374 AM; 375 BY; 376 AD; 377 MC; 378 SM; 380 UA; 381 RS; 382 ME; 383 XK; 385 HR; 386 SI; 387 BA; 389 MK; 420 CZ; 421 SK
423 LI; 500 FK; 501 BZ; 502 GT; 503 SV; 504 HN; 505 NI; 506 CR; 507 PA; 508 PM; 509 HT; 590 BL GP MF; 591 BO; 592 GY
593 EC; 594 GF; 595 PY; 596 MQ; 597 SR; 598 UY; 599 BQ CW; 670 TL; 672 NF; 673 BN; 674 NR; 675 PG; 676 TO; 677 SB
678 VU; 679 FJ; 680 PW; 681 WF; 682 CK; 683 NU; 685 WS; 686 KI; 687 NC; 688 TV; 689 PF; 690 TK; 691 FM; 692 MH; 850 KP
852 HK; 853 MO; 855 KH; 856 LA; 880 BD; 886 TW; 960 MV; 961 LB; 962 JO; 963 SY; 964 IQ; 965 KW; 966 SA; 967 YE; 968 OM
970 PS; 971 AE; 972 IL; 973 BH; 974 QA; 975 BT; 976 MN; 977 NP; 992 TJ; 993 TM; 994 AZ; 995 GE; 996 KG; 998 UZ`;

/** Other countries with +1, by area code. The same source. */
const sharingAreaCodes = `
AG 268; AI 264; AS 684; BB 246; BM 441; BS 242; DM 767; DO 809 829 849; GD 473; GU 671; JM 658 876; KN 869; KY 345
LC 758; MP 670; MS 664; PR 787 939; SX 721; TC 649; TT 868; VC 784; VG 284; VI 340`;

const canadianAreaCodes = new Set(
	`204 226 236 249 250 257 263 273 289 306 343 354 365 367 368 382 403 416 418 428 431 437 438 450 468 474 506 514
519 548 579 581 584 587 604 613 639 647 672 683 705 709 742 753 778 780 782 807 819 825 867 873 879 902 905 942`.split(
		/\s+/,
	),
);

const countriesOfCode = new Map(
	readLines(callingCodes).map(([code = "", ...countries]) => [code, countries]),
);
const countryOfAreaCode = new Map(
	readLines(sharingAreaCodes).flatMap(([country = "", ...codes]) => codes.map((code) => [code, country])),
);

export const knownCountries: readonly string[] = [
	...new Set(["US", "CA", ...countryOfAreaCode.values(), ...[...countriesOfCode.values()].flat()]),
].sort();

/**
 * Returns the ISO codes that an E.164 number may belong to. An unknown +1 number counts as US: only US codes grow.
 */
export function countriesOf(number: string): readonly string[] {
	const areaCode = areaCodeOf(number);
	if (areaCode !== null) {
		const sharing = countryOfAreaCode.get(areaCode);
		if (sharing !== undefined) return [sharing];
		return isTollFreeCode(areaCode) ? ["US", "CA"] : [canadianAreaCodes.has(areaCode) ? "CA" : "US"];
	}
	for (let digits = 3; digits > 0; digits -= 1) {
		const countries = countriesOfCode.get(number.slice(1, 1 + digits));
		if (countries) return countries;
	}
	return [];
}

/** Premium-rate, shared-cost and personal numbers, from the same source. */
const paidNumbers: readonly RegExp[] = [
	/^\+1(?:900|\d{3}976)/,
	/^\+44(?:70|8[47]|9)/,
	/^\+6119/,
	/^\+64(?:50|70|90)/,
	/^\+353(?:15|70)/,
	/^\+49(?:137|180|190|700|900)/,
	/^\+33(?:8[1-9])/,
	/^\+34(?:70|80|90)/,
	/^\+39(?:0?878|14|16|178|199|89)/,
	/^\+3190/,
	/^\+32(?:70|90)/,
	/^\+41(?:878|90)/,
	/^\+43(?:8[1-9]|9)/,
	/^\+45(?:90)/,
	/^\+46(?:649|75|9[09])/,
	/^\+47(?:82|88)/,
	/^\+4870/,
	/^\+351(?:6[04]|76|884)/,
	/^\+358(?:[67]00)/,
	/^\+52(?:500|900)/,
	/^\+55[59]00\d{6,7}$/,
	/^\+81(?:570|60|990)/,
	/^\+91(?:186)/,
	/^\+972(?:12|19)/,
];
const paidNumber = new RegExp(paidNumbers.map(({ source }) => source).join("|"));

/** Returns why an E.164 number is neither dialled nor texted, or null. `allowed` holds ISO codes. */
export function explainForbiddenNumber(number: string, allowed: readonly string[]): string | null {
	const countries = countriesOf(number);
	if (countries.length === 0) return "It belongs to no country: such numbers cost several dollars a minute.";
	if (!countries.some((country) => allowed.includes(country))) {
		return `Numbers of ${countries.map(nameCountry).join(" or ")} are switched off. An owner can allow the country in the settings.`;
	}
	return paidNumber.test(number)
		? "It is a premium-rate number: its owner is paid for each call or text."
		: null;
}

/** The same without the reason: fast enough for the longest list of recipients. */
export function isForbiddenNumber(number: string, allowed: readonly string[]): boolean {
	return !countriesOf(number).some((country) => allowed.includes(country)) || paidNumber.test(number);
}

function nameCountry(country: string): string {
	return new Intl.DisplayNames("en", { type: "region", fallback: "code" }).of(country) ?? country;
}

function readLines(table: string): string[][] {
	return table
		.trim()
		.split(/;|\n/)
		.map((line) => line.trim().split(" "));
}
