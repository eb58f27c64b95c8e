import { stateZones } from "./state-zones.ts";

/** Names and short forms of states, territories and provinces, besides the postal ones. */
const names = `
AL Alabama|Ala
AK Alaska
AZ Arizona|Ariz
AR Arkansas|Ark
CA California|Calif|Cal
CO Colorado|Colo
CT Connecticut|Conn
DE Delaware|Del
DC District of Columbia|Washington DC|Dist of Columbia
FL Florida|Fla|Flor
GA Georgia
HI Hawaii|Hawai'i
ID Idaho
IL Illinois|Ill|Ills
IN Indiana|Ind
IA Iowa
KS Kansas|Kan|Kans
KY Kentucky|Ken
LA Louisiana|Louisiane
ME Maine
MD Maryland
MA Massachusetts|Mass
MI Michigan|Mich
MN Minnesota|Minn
MS Mississippi|Miss
MO Missouri
MT Montana|Mont
NE Nebraska|Neb|Nebr
NV Nevada|Nev
NH New Hampshire
NJ New Jersey
NM New Mexico|N Mex|New Mex|Nuevo Mexico
NY New York|New York State
NC North Carolina|N Carolina|N Car|Carolina del Norte
ND North Dakota|N Dakota|N Dak|Dakota del Norte
OH Ohio
OK Oklahoma|Okla
OR Oregon|Ore|Oreg
PA Pennsylvania|Penn|Penna|Pensilvania
RI Rhode Island
SC South Carolina|S Carolina|S Car|Carolina del Sur
SD South Dakota|S Dakota|S Dak|Dakota del Sur
TN Tennessee|Tenn
TX Texas|Tex|Tejas
UT Utah
VT Vermont
VA Virginia
WA Washington|Wash|Washington State
WV West Virginia|W Virginia|W Va|WVa
WI Wisconsin|Wis|Wisc
WY Wyoming|Wyo
PR Puerto Rico
VI Virgin Islands|US Virgin Islands|United States Virgin Islands|USVI|Virgin Islands of the United States
GU Guam|Guahan
MP Northern Mariana Islands|Northern Marianas|CNMI|Commonwealth of the Northern Mariana Islands
AS American Samoa
AB Alberta|Alta
BC British Columbia|Colombie Britannique
MB Manitoba|Man
NB New Brunswick|Nouveau Brunswick
NL Newfoundland and Labrador|Newfoundland|Labrador|Newfoundland & Labrador|Nfld|NF|Terre Neuve et Labrador
NS Nova Scotia|Nouvelle Ecosse
NT Northwest Territories|NWT|Territoires du Nord Ouest
NU Nunavut
ON Ontario|Ont
PE Prince Edward Island|PEI|Ile du Prince Edouard
QC Quebec|Que|PQ
SK Saskatchewan|Sask
YT Yukon|Yukon Territory|YK`;

const abbreviations: ReadonlyMap<string, string> = new Map(
	names
		.trim()
		.split("\n")
		.flatMap((line): [string, string][] => {
			const code = line.slice(0, 2);
			return [code, ...line.slice(3).split("|")].map((name) => [plain(name), code]);
		}),
);

const noStates = new Set(["", "na", "none", "null", "unknown", "undefined", "notapplicable"]);

/** True for words such as `N/A`. */
export function isNoState(text: string | null | undefined): boolean {
	return noStates.has(plain(text ?? ""));
}

/** Reads a postal abbreviation from any spelling: `fl`, `Fla.`, `Florida`, `US-FL`, `FL, USA`; otherwise null. */
export function readState(text: string | null | undefined): string | null {
	if (!text || text.length > 100) return null;
	const name = text
		.normalize("NFKC")
		.replace(/[\s,-]+\d{5}(?:-\d{4})?\s*$/, "")
		.trim();
	const found = find(name) ?? find(withoutCountry(name)) ?? findBoth(name);
	return found !== null && stateZones.has(found) ? found : null;
}

function find(name: string): string | null {
	return abbreviations.get(plain(name)) ?? null;
}

function withoutCountry(name: string): string {
	return name
		.replace(/^(?:united states(?: of america)?|u\.?s\.?a?\.?|canada|can?)[\s:/,_-]+/i, "")
		.replace(/[\s:/,_(-]+(?:united states(?: of america)?|u\.?s\.?a?\.?|canada|can?)\)?\.?$/i, "")
		.replace(/^(?:the )?(?:state|commonwealth|province|territory) of /i, "")
		.replace(/ (?:state|province|territory)$/i, "");
}

function findBoth(name: string): string | null {
	const [one = "", other = "", ...more] = name.split(/\s*[-–—(),:/]+\s*/).filter((part) => part !== "");
	const found = find(one);
	return more.length === 0 && found !== null && found === find(other) ? found : null;
}

function plain(name: string): string {
	return name
		.normalize("NFKD")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}&]/gu, "");
}
