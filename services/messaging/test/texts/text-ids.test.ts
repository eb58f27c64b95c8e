import { deriveId, sentMessageIdOf } from "@cloudpbx/kit/derive-id";
import fc from "fast-check";
import { expect, it } from "vitest";
import { confirmationIdOf, conversationIdOf, replyIdOf } from "../../src/texts/text-ids.ts";

const hex = fc
	.array(fc.constantFrom(..."0123456789abcdef"), { minLength: 16, maxLength: 64 })
	.map((digits) => digits.join(""));
const number = fc.integer({ min: 2_000_000_000, max: 9_999_999_999 }).map((digits) => `+1${digits}`);
const sender = fc.record({
	kind: fc.constantFrom("user", "key", "system"),
	id: fc.oneof(fc.constant(null), hex, fc.string()),
});

it("makes no id of a chosen one that is derived from something else, whatever is chosen", async () => {
	await fc.assert(
		fc.asyncProperty(
			sender,
			fc.record({ other: hex, digits: hex }),
			fc.record({ to: number, from: number, turn: fc.nat() }),
			async (person, { other, digits }, { to, from, turn }) => {
				const conversationId = await conversationIdOf(to, from);
				const derived = [
					await replyIdOf(conversationId, turn),
					await confirmationIdOf(`msg_${digits}`),
					await deriveId("msg", "campaign", `cmp_${digits}`, to),
				];
				// An attacker's best choice is one of our ids.
				for (const chosen of [...derived, `msg_${other}`]) {
					const id = await sentMessageIdOf(person, chosen);
					expect(derived).not.toContain(id);
					expect(id).not.toBe(chosen);
					expect(id).not.toBe(await sentMessageIdOf({ ...person, id: `${person.id}x` }, chosen));
					expect(id).toBe(await sentMessageIdOf(person, chosen));
				}
			},
		),
	);
});
