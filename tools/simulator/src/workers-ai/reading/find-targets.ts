import type { Person } from "./briefing.ts";
import { isEveryday } from "./everyday-words.ts";
import { foldText, tokensOf } from "./fold-text.ts";
import { hearPeople } from "./hear-person.ts";
import { shareTopic, topicsOf } from "./topics.ts";

/** Somebody wanted: several people when the words do not tell them apart. */
export interface Target {
	people: Person[];
	/** 0 to 1. */
	certainty: number;
	/** Position of the first word that says so. */
	at: number;
	by: "name" | "extension" | "department" | "topic";
}

/** Whom the words are about, the surest first; what is denied ("not sales") is left out. */
export function findTargets(words: string, people: readonly Person[]): Target[] {
	const wanted = dropAsides(dropDenied(foldText(words)));
	const departments = findDepartments(wanted, people);
	const named = findNamed(wanted, people, departments);
	return [...findExtension(wanted, people), ...named, ...departments, ...findByTopic(wanted, people)];
}

function dropDenied(folded: string): string {
	const denial =
		/\b(?:(?:dont|do not|didnt|no|nicht) (?:want|need|quiero|mean|transfer|connect)(?: me)?(?: to)?(?: (?:talk|speak|go|be|hablar))?|not|instead of|rather than|except|any(?:one|body) but|nicht|pas|kein\w*)(?: (?:to|with|con|mit|zu|zum|a|the|for|in))*((?: \w+){1,2})/g;
	return folded.replace(denial, (_, following: string) => {
		const [first = "", second = ""] = following.trim().split(" ");
		return second !== "" && (isEveryday(second) || isEveryday(first)) ? ` ${second}` : " ";
	});
}

/** Who was spoken with before, and who is speaking, is not who is wanted. */
function dropAsides(folded: string): string {
	return folded
		.replace(
			/\b(?:talked|spoke|spoken|met|hable|gesprochen|parle) (?:to |with |con |mit |avec )?(?:m[rs]+ |doctor )?\w+/g,
			" ",
		)
		.replace(/\b\w+(?= (?:told|said|promised|emailed|dijo|sagte)\b)/g, " ")
		.replace(
			/\b(?:my name is|my names|this is|i am|im|me llamo|mi nombre es|ich bin|ich heisse|je mappelle) \w+/g,
			" ",
		);
}

function findExtension(folded: string, people: readonly Person[]): Target[] {
	const digits: Record<string, string> = {
		zero: "0",
		oh: "0",
		one: "1",
		two: "2",
		three: "3",
		four: "4",
		five: "5",
		six: "6",
		seven: "7",
		eight: "8",
		nine: "9",
	};
	const spoken = folded
		.split(" ")
		.map((token) => digits[token] ?? token)
		.join(" ")
		.replace(/(?<=\d) (?=\d)/g, "");
	return people.flatMap((person) => {
		const { extension } = person;
		if (extension === null || !spoken.split(" ").includes(extension)) return [];
		return [
			{
				people: [person],
				certainty: 0.98,
				at: spoken.split(" ").indexOf(extension),
				by: "extension" as const,
			},
		];
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
		const word = (telling.length > 0 ? telling : names).find((name) => tokens.includes(name));
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

function findByTopic(folded: string, people: readonly Person[]): Target[] {
	const tokens = folded.split(" ");
	const targets: Target[] = [];
	for (const [department, staff] of groupByDepartment(people)) {
		const handled = topicsOf(department);
		const at = tokens.findIndex((token) => shareTopic(topicsOf(token), handled));
		if (at >= 0) targets.push({ people: staff, certainty: 0.75, at, by: "topic" });
	}
	return targets.sort((a, b) => a.at - b.at);
}

function groupByDepartment(people: readonly Person[]): Map<string, Person[]> {
	const groups = new Map<string, Person[]>();
	for (const person of people) {
		if (person.department === null) continue;
		groups.set(person.department, [...(groups.get(person.department) ?? []), person]);
	}
	return groups;
}
