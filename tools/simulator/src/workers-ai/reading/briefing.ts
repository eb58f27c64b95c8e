export interface Person {
	extension: string | null;
	name: string;
	department: string | null;
	purpose: string | null;
}

export interface Fact {
	/** "Opening hours" of "Opening hours: nine to five", or the heading above. */
	label: string;
	text: string;
}

export interface Briefing {
	company: string | null;
	people: Person[];
	facts: Fact[];
}

const instruction = /^(?:you|never|always|answer|decide|reply|if|a caller|at most)\b/i;
const sectionOfFacts = /compan|fact|about|hours|greeting/i;
const sectionOfPeople = /director|people|team/i;

type Section = "facts" | "people" | "instructions" | "unnamed";

export function readBriefing(prompt: string): Briefing {
	const briefing: Briefing = { company: findCompany(prompt), people: [], facts: [] };
	let section: Section = "unnamed";
	for (const line of prompt.split(/\r?\n/).map((raw) => raw.trim())) {
		const heading = readHeading(line);
		if (heading !== null) {
			section = heading;
			continue;
		}
		const person = section === "instructions" ? null : readPerson(line, section);
		if (person !== null) briefing.people.push(person);
		else if (section !== "people") briefing.facts.push(...readFacts(line, section));
	}
	return briefing;
}

function findCompany(prompt: string): string | null {
	const named = /^name:\s*(\S.*)$/im.exec(prompt)?.[1];
	const served =
		/\b(?:receptionist|assistant) of ([\p{Lu}\d][\p{L}\d&'’.-]*(?: [\p{Lu}\d&][\p{L}\d&'’.-]*)*)/u.exec(
			prompt,
		)?.[1];
	return (named ?? served)?.trim().replace(/[.,;:]+$/, "") ?? null;
}

function readHeading(line: string): Section | null {
	if (/^<\/\w+>$/.test(line)) return "unnamed";
	const words =
		/^<(\w+)>$/.exec(line)?.[1] ??
		/^#+\s*(.+)$/.exec(line)?.[1] ??
		/^(\p{Lu}[\p{L} ’']{2,40}):$/u.exec(line)?.[1];
	if (words === undefined) return null;
	if (sectionOfPeople.test(words)) return "people";
	return sectionOfFacts.test(words) ? "facts" : "instructions";
}

/** Takes any punctuation: "101 | Jane Smith | Sales", "- Jane Smith (Sales), ext. 101", JSON. */
function readPerson(line: string, section: Section): Person | null {
	const row = section === "people" ? readRow(line) : null;
	if (row !== null) return row;
	const plain = line
		.replace(/["{}[\]]/g, " ")
		.replace(/\b(?:name|department|dept|ext|extension|number)\s*:/gi, " , ");
	const fields = plain
		.replace(/^[-*•\d.)\s]*(?=[-*•]\s)/, "")
		.replace(/^[-*•]\s*/, "")
		.replace(/^(\d{2,5})\s+(?=\p{Lu})/u, "$1, ")
		.split(/\s*[|,;:()\t–—]+\s*|\s+-\s+/)
		.map((field) => field.replace(/^(?:extension|ext\.?|x)\s*(?=\d)/i, "").trim())
		.filter((field) => field !== "");
	const extension = fields.find((field) => /^\d{2,5}$/.test(field)) ?? null;
	const [name, department] = fields.filter((field) => !/\d/.test(field));
	if (name === undefined || !/^\p{Lu}[\p{L}'’.-]*(?:\s+[\p{L}'’.-]+){0,3}$/u.test(name)) return null;
	if (extension === null && section !== "people") return null;
	if (fields.length > 4 || (section !== "people" && fields.length < 2)) return null;
	return { extension, name, department: department ?? null, purpose: null };
}

/** "102 | Sam Lee | Support | printers, passwords, anything broken". */
function readRow(line: string): Person | null {
	const [first = "", ...cells] = line.split("|").map((cell) => cell.trim());
	const extension = /^\d{2,5}$/.test(first) ? first : null;
	const [name = "", department = "", purpose = ""] = extension === null ? [first, ...cells] : cells;
	if (cells.length < 2 || !/^\p{Lu}/u.test(name)) return null;
	return { extension, name, department: department || null, purpose: purpose || null };
}

function readFacts(line: string, section: Section): Fact[] {
	const text = line.replace(/^(?:[-*•]|\d+[.)])\s*/, "");
	if (text === "" || section === "instructions" || /^[{<"]/.test(text)) return [];
	const labelled = /^(\p{Lu}[\p{L} ’'/&-]{1,40}):\s*(.*)$/u.exec(text);
	if (labelled?.[1] !== undefined) {
		const value = labelled[2]?.trim() ?? "";
		const isOurs = section === "facts" || sectionOfFacts.test(labelled[1]) || !instruction.test(text);
		return value === "" || !isOurs ? [] : [{ label: labelled[1].trim(), text: value }];
	}
	if (section !== "facts" && section !== "unnamed") return [];
	return splitSentences(text)
		.filter((sentence) => section === "facts" || (/^\p{Lu}/u.test(sentence) && !instruction.test(sentence)))
		.map((sentence) => ({ label: "", text: sentence }));
}

function splitSentences(text: string): string[] {
	return text
		.split(/(?<=[.!?])\s+(?=[\p{Lu}\d])(?<!\b(?:a\.m|p\.m|st|dr|mr|mrs)\.\s)/iu)
		.map((sentence) => sentence.trim())
		.filter((sentence) => sentence !== "");
}
