import { optOuts } from "@cloudpbx/db/schema/consent";
import { eq } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { readSendRequests } from "../../src/gate/read-send-requests.ts";
import { sendTexts } from "../../src/gate/send-texts.ts";
import { conversationIdOf } from "../../src/texts/text-ids.ts";
import { db, foundCompany, mainLine } from "./company.ts";
import { type Death, DyingProcess } from "./dying-process.ts";
import type { Fault } from "./fake-carrier.ts";
import { loadConversation, loadThread, Workshop } from "./workshop.ts";

beforeAll(foundCompany);

let people = 0;

type Story = (shop: Workshop, from: string) => Promise<void>;

interface Affair {
	fault: Fault | null;
	tell: Story;
	/** Left out when a crash took more than five minutes. */
	isOfTheMoment?: boolean;
}

const stories: Record<string, Affair> = {
	"an answer": { fault: null, tell: (shop, from) => shop.textByCarrier("When are you open?", from) },
	"an answer whose acceptance is never heard of": {
		fault: "lost after",
		tell: (shop, from) => shop.textByCarrier("When are you open?", from),
	},
	"an answer that the carrier never gets at first": {
		fault: "lost before",
		tell: (shop, from) => shop.textByCarrier("When are you open?", from),
	},
	"an answer that the carrier cannot take at first": {
		fault: { status: 400, code: 21611 },
		tell: (shop, from) => shop.textByCarrier("When are you open?", from),
	},
	"a confirmation": {
		fault: null,
		tell: (shop, from) => shop.textByCarrier("please stop texting me", from),
		isOfTheMoment: true,
	},
	"a person's text, asked for again after the crash": {
		fault: null,
		tell: async (shop, to) => {
			const id = `msg_${to.slice(1).padStart(16, "0")}`;
			const request = {
				id,
				from: mainLine,
				to,
				body: "Your machine is ready.",
				category: "transactional" as const,
				origin: { kind: "system" as const, purpose: "notice" },
				quietHours: true,
			};
			const [outgoing] = await readSendRequests([request]);
			if (!outgoing) throw new Error("There is no request.");
			for (let count = 0; count < 2; count++) {
				await Promise.race([shop.dies(), sendTexts(shop.messaging, [outgoing])]);
				shop.pass(90);
			}
		},
	},
};

async function live(story: keyof typeof stories, death: Death | null): Promise<number> {
	const from = `+1415777${String(1000 + ++people)}`;
	const shop = new Workshop();
	const {
		fault,
		tell,
		isOfTheMoment = false,
	} = stories[story] ?? { fault: null, tell: async () => undefined };
	let isFirst = true;
	shop.carrier.fault = (request) => {
		if (request !== "POST /Messages" || !isFirst) return null;
		isFirst = false;
		return fault;
	};
	const process = new DyingProcess(shop, death);
	await Promise.race([shop.dies(), tell(shop, from)]);
	await shop.deliverWithSweeps(5);

	const about = `${story}, killed ${death ? `${death.when} effect ${death.at}` : "never"}`;
	const sent = shop.carrier.sent(from);
	const thread = await loadThread(from);
	const outbound = thread.filter(({ direction }) => direction === "outbound");
	if (isOfTheMoment && death && sent.length === 0) {
		expect(outbound.filter(({ status }) => status !== "failed")).toEqual([]);
		const [out] = await db.select().from(optOuts).where(eq(optOuts.number, from));
		expect(out, about).toBeDefined();
		return process.effects;
	}
	expect(sent.length, about).toBe(1);
	expect(outbound, about).toHaveLength(1);
	expect(outbound[0], about).toMatchObject({
		status: "queued",
		carrierId: sent[0]?.sid,
		isAttemptOpen: false,
	});
	const conversation = await loadConversation(from);
	expect(conversation?.answeredSequence, about).toBe(conversation?.inboundSequence);
	expect(conversation?.id).toBe(await conversationIdOf(from, mainLine));
	return process.effects;
}

it.each(Object.keys(stories))(
	"%s goes out once and no more, wherever the process dies",
	async (story) => {
		const effects = await live(story, null);
		let walked = 0;
		for (let at = 0; at < Math.min(effects, 40); at++) {
			for (const when of ["before", "after"] as const) {
				await live(story, { at, when });
				walked += 1;
			}
		}
		console.log(`${story}: ${effects} effects, ${walked} deaths, one text each time at most`);
	},
	240_000,
);
