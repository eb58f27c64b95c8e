import type { SpokenWord } from "./split-words.ts";

const malfunction = new RegExp(
	[
		"(?:not|wont|doesnt|dont|isnt|arent|cant|cannot|didnt|stopped|quit|stops|never) (?:\\w+ ){0,2}?(?:work|working|works|start|starting|turn|turning|print|printing|load|loading|open|boot|booting|charge|charging|respond|responding|heat|heating|run|running|connect|connecting|come on|coming on|brew|brewing|fit|close|function|functioning)",
		"(?:keeps?|kept|always|constantly) (?:\\w+ ){0,1}?(?:jamming|crashing|freezing|failing|beeping|flashing|blinking|leaking|breaking|dropping|restarting|shutting|stopping|tripping|disconnecting)",
		"(?:is|are|its|was|went|gone|goes|been|got|gets|just) (?:\\w+ )?(?:down|broken|stuck|jammed|dead|frozen|leaking|busted|faulty|defective|out of order|acting up|on the fritz|flooding|overheating|smoking|blocked|clogged)",
		"(?:nothing (?:comes out|happens|works)|makes? (?:a |an )?(?:\\w+ )?(?:noise|noises|sound)|making (?:a |an )?(?:\\w+ )?(?:\\w+ )?(?:noise|noises|sound)|error (?:message|code)|acting (?:up|weird|strange)|on the fritz|out of order|locked out|broke(?: down)?|malfunction\\w*|leaks?|jams?|crashe[sd]|freezes|froze|(?:quit|died|gave out|conked out) on (?:me|us)|broke|a technician|an engineer (?:out|to come)|needs? (?:a )?(?:repair|fixing|looking at)|(?:be|get it|gets|have it) (?:fixed|repaired)|fix(?:ed)? (?:it|my|our|the)|no (?:hot water|power|heat|signal|internet))",
		"water (?:is |keeps |s )?(?:\\w+ )?(?:coming|dripping|running|pouring|leaking|everywhere)|flood(?:ed|ing)?|burst|dripping|on the blink",
		"no (?:funciona|sirve|enciende|prende|arranca)|se (?:rompio|dano|averio|atasco)|ne (?:marche|fonctionne|demarre) (?:pas|plus)|en panne|geht nicht|funktioniert nicht|kaputt|defekt|non funziona|si e rotto|rotta|nao funciona|quebrou|quebrad[ao]|parou de funcionar",
	].join("|"),
);
const pattern = new RegExp(`\\b(?:${malfunction.source})\\b`);

/** Returns where the words say that something does not work, or null. */
export function saysMalfunction(words: readonly SpokenWord[]): { at: number; length: number } | null {
	const text = words.map((word) => word.text).join(" ");
	const found = pattern.exec(text);
	if (found === null) return null;
	const at = text.slice(0, found.index).split(" ").length - 1;
	return { at, length: found[0].split(" ").length };
}
