import type { Person } from "./briefing.ts";
import { isEveryday } from "./everyday-words.ts";
import { foldText, stemOf, tokensOf } from "./fold-text.ts";
import { hearPeople } from "./hear-person.ts";
import { shareTopic, topicsOf } from "./topics.ts";

/** Several people when the words do not tell them apart. */
export interface Target {
	people: Person[];
	certainty: number;
	at: number;
	by: "name" | "extension" | "department" | "topic";
}

/** The surest first, without the denied ones ("not sales"). */
export function findTargets(words: string, people: readonly Person[]): Target[] {
	const wanted = dropAsides(dropDenied(foldText(words)));
	const departments = findDepartments(wanted, people);
	const named = findNamed(wanted, people, departments);
	const byPurpose = findByPurpose(wanted, people);
	const byTopic = byPurpose.length > 0 ? [] : findByTopic(wanted, people);
	return [...findExtension(wanted, people), ...named, ...departments, ...byPurpose, ...byTopic];
}

function dropDenied(folded: string): string {
	const denial =
		/\b(?:(?:dont|do not|no) (?:want|need|quiero)|not|instead of|forget|never ?mind|kein\w*)(?: to)*((?: \w+){1,2})/g;
	return folded.replace(denial, (_, following: string) => {
		const [first = "", second = ""] = following.trim().split(" ");
		return second !== "" && (isEveryday(second) || isEveryday(first)) ? ` ${second}` : " ";
	});
}

/** Drops whom the person spoke with before, and the person's own name. */
function dropAsides(folded: string): string {
	return folded
		.replace(/\b(?:talked|spoke) (?:to |with )?\w+/g, " ")
		.replace(/\b\w+(?= (?:told|said)\b)/g, " ")
		.replace(
			/\b(?:my name is|this is|im|me llamo|soy|ich bin|hier ist|je mappelle)(?: (?:frau|herr|dr))? \w+/g,
			" ",
		);
}

const digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

function findExtension(folded: string, people: readonly Person[]): Target[] {
	const spoken = folded
		.split(" ")
		.map((token) => {
			const digit = token === "oh" ? 0 : digits.indexOf(token);
			return digit < 0 ? token : String(digit);
		})
		.join(" ")
		.replace(/(?<=\d) (?=\d)/g, "")
		.split(" ");
	return people.flatMap((person) => {
		const at = spoken.indexOf(person.extension ?? "");
		return at < 0 ? [] : [{ people: [person], certainty: 0.98, at, by: "extension" as const }];
	});
}

function findNamed(folded: string, people: readonly Person[], departments: readonly Target[]): Target[] {
	const heard = hearPeople(folded, people);
	const best = heard[0];
	if (best === undefined) return [];
	const groups = new Map<number, typeof heard>();
	for (const one of heard) groups.set(one.at, [...(groups.get(one.at) ?? []), one]);
	const targets = [...groups.values()].map((group): Target => {
		const top = Math.max(...group.map(({ certainty }) => certainty));
		const close = group.filter(({ certainty }) => certainty > top - 0.05).map(({ person }) => person);
		const placed = close.filter((person) => departments.some(({ people: staff }) => staff.includes(person)));
		const isPlaced = close.length > 1 && placed.length > 0;
		return { people: isPlaced ? placed : close, certainty: top, at: group[0]?.at ?? 0, by: "name" };
	});
	return targets.sort((a, b) => b.certainty - a.certainty);
}

function findDepartments(folded: string, people: readonly Person[]): Target[] {
	const tokens = folded.split(" ");
	const targets: Target[] = [];
	for (const [department, staff] of groupByDepartment(people)) {
		const names = tokensOf(department);
		const telling = names.filter(
			(name) => !/^(?:department|team|and|of|the|customer|service|human)$/.test(name),
		);
		const isWhole = names.length > 1 && ` ${folded} `.includes(` ${names.join(" ")} `);
		const isPronoun = (name: string) =>
			name === "it" &&
			!/\b(?:in|the|from|to) it(?: (?:department|team|support|help\w*|please)|$)|\bit (?:department|team|support|help ?desk)\b/.test(
				folded,
			);
		const word = (telling.length > 0 ? telling : names).find(
			(name) => tokens.includes(name) && !isPronoun(name),
		);
		if (isWhole || (word !== undefined && (names.length === 1 || telling.length > 0)))
			targets.push({
				people: staff,
				certainty: 0.95,
				at: tokens.indexOf(word ?? names[0] ?? ""),
				by: "department",
			});
	}
	return targets.sort((a, b) => a.at - b.at);
}

function findByPurpose(folded: string, people: readonly Person[]): Target[] {
	const tokens = folded.split(" ");
	const targets: (Target & { said: number })[] = [];
	for (const person of people) {
		if (person.purpose === null) continue;
		const own = new Set(
			tokensOf(person.purpose)
				.filter((token) => token.length > 2 && !isGeneral(token))
				.map(stemOf),
		);
		const hits = tokens.filter((token) => !isGeneral(token) && own.has(stemOf(token)));
		const at = tokens.findIndex((token) => hits.includes(token));
		if (at >= 0) targets.push({ people: [person], certainty: 0.8, at, by: "topic", said: hits.length });
	}
	return targets.sort((a, b) => b.said - a.said || a.at - b.at);
}

function isGeneral(token: string): boolean {
	return (
		/^(?:anything|else|everything|something|general|about|using|use|wrong|question|questions|work|works|does|not|new|machine|machines|call|caller|callers|day|late)$/.test(
			token,
		) ||
		(isEveryday(token) && topicsOf(token).size === 0)
	);
}

function findByTopic(folded: string, people: readonly Person[]): Target[] {
	const tokens = folded.split(" ");
	const targets: Target[] = [];
	for (const [department, staff] of groupByDepartment(people)) {
		const purposes = staff.flatMap(({ purpose }) => purpose ?? []).join(" ");
		const handled = topicsOf(purposes === "" ? department : purposes);
		const word = tokens.findIndex((token) => !asking.test(token) && shareTopic(topicsOf(token), handled));
		const at = word < 0 && handled.has("repair") ? findMalfunction(folded) : word;
		if (at >= 0) targets.push({ people: staff, certainty: word < 0 ? 0.7 : 0.75, at, by: "topic" });
	}
	return targets.sort((a, b) => b.certainty - a.certainty || a.at - b.at);
}

/** Count only beside another word: "how much", "when", "where". */
const asking = /^(?:much|when|where|find|about|office|open|close)$/;

const malfunction =
	/\b(?:(?:not|wont|doesnt|isnt|cant|stopped|quit) (?:\w+ )?(?:working|work|start|turn|print|open|load|charge|heat|brew|connect)|keeps? \w+ing|(?:is|are|its|went|just) (?:\w+ )?(?:down|stuck|jammed|dead|frozen|leaking|busted|flooding|overheating)|nothing (?:comes out|happens)|(?:grinding|strange|weird|loud) (?:\w+ )?noises?|locked out|leak\w*|flood\w*|burst|dripping|water (?:is )?(?:\w+ )?(?:coming|running|everywhere)|technician|acting up|out of order|(?:quit|died|gave out) on (?:me|us)|on the blink|non funziona|quebrou)\b/;

/** -1 without such words. */
function findMalfunction(folded: string): number {
	const found = malfunction.exec(folded);
	return found === null ? -1 : folded.slice(0, found.index).split(" ").length - 1;
}

function groupByDepartment(people: readonly Person[]): Map<string, Person[]> {
	const placed = people.filter(({ department }) => department !== null);
	return Map.groupBy(placed, ({ department }) => department ?? "");
}
