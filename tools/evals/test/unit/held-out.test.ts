import { decideReception } from "@cloudpbx/assistant/receptionist/decide-reception";
import { expect, it } from "vitest";
import { judge as judgeDanger } from "../../../../packages/assistant/test/receptionist/reception-request.ts";
import { companies } from "../../src/companies.ts";
import { judge } from "../../src/judge.ts";
import { createStandIn } from "../../src/stand-in.ts";
import type { Category } from "../../src/utterance.ts";
import { heldOut } from "../../src/utterances/held-out.ts";
import { tuning } from "../../src/utterances/tuning.ts";

const rightMin = 119 / 140;
const wrongTransfersMax = 2 / 140;

async function measure(set: Category) {
	const ai = createStandIn();
	const verdicts = [];
	for (const utterance of Object.values(set).flat()) {
		const { company, directory } = companies[utterance.company];
		const said = { company, directory, turns: utterance.turns ?? [], words: utterance.says };
		const { decision } = await decideReception({
			...said,
			danger: judgeDanger(said),
			speechConfidence: utterance.speechConfidence ?? null,
			models: ["@cf/zai-org/glm-4.7-flash"],
			ai,
		});
		verdicts.push(judge(utterance, decision));
	}
	return {
		all: verdicts.length,
		right: verdicts.filter(({ isRight }) => isRight).length,
		wrongTransfers: verdicts.filter(({ isWrongTransfer }) => isWrongTransfer).length,
	};
}

it.each([
	["tuned for", tuning],
	["held out", heldOut],
])("serves the sentences that were %s", async (name, set) => {
	const { all, right, wrongTransfers } = await measure(set);
	console.log(
		`receptionist's sentences, ${name}: ${right} of ${all} right (${((right / all) * 100).toFixed(1)} %), ${wrongTransfers} wrong transfer(s)`,
	);
	expect(right / all).toBeGreaterThanOrEqual(rightMin);
	expect(wrongTransfers / all).toBeLessThanOrEqual(wrongTransfersMax);
});
