import { agent } from "../fixtures/company/sessions.ts";
import { conversationOf, messageOf } from "../fixtures/company/texts.ts";
import {
	calls,
	history,
	hostileTexts,
	ledger,
	list,
	longConversation,
	severalLines,
	threadOf,
	voicemails,
} from "../fixtures/inbox.ts";
import { ago, refusal, type Scene } from "../scene.ts";

const page = (items: unknown[]) => ({ items, nextCursor: null });
const [waiting, mine, assistant, colleagues, optedOut] = list;

const answers = {
	"GET /api/session": severalLines,
	"GET /api/conversations": page(list),
	"GET /api/conversations/conv_1": threadOf(waiting),
	"GET /api/conversations/conv_2": threadOf(mine),
	"GET /api/conversations/conv_3": threadOf(assistant),
	"GET /api/conversations/conv_4": threadOf(colleagues),
	"GET /api/conversations/conv_5": threadOf(optedOut),
	"GET /api/calls": page(calls),
	"GET /api/voicemails": page(voicemails),
	"GET /api/opt-outs/+14155550153/events": page([]),
	"GET /api/opt-outs/%2B14155550153/events": page([]),
	"GET /api/opt-outs/%2B12125550187/events": page([]),
	"GET /api/opt-outs/%2B13035550144/events": page([]),
	"GET /api/opt-outs/%2B442079460018/events": page([]),
	"GET /api/opt-outs/%2B13125550142/events": page(ledger),
	"GET /api/messages/msg_aa06": history,
	"POST /api/conversations/read": "never",
	"POST /api/conversations/takeover": { ...assistant, mode: "human", takenOverBy: "Olive Owner" },
};
const offline = refusal(503, "upstream_unavailable", "The part that keeps the texts does not answer.");

export const scenes: Scene[] = [
	scene("inbox-list", "/inbox"),
	scene("inbox-loading", "/inbox/conv_1", {
		"GET /api/conversations": "never",
		"GET /api/conversations/conv_1": "never",
	}),
	scene("inbox-refused", "/inbox", { "GET /api/conversations": offline }),
	scene("inbox-nobody-waiting", "/inbox?filter=waiting", { "GET /api/conversations": page([]) }),
	scene("inbox-filter-empty", "/inbox?number=%2B14155550101", { "GET /api/conversations": page([]) }),
	scene("inbox-first-use", "/inbox", { "GET /api/conversations": page([]) }),
	scene("inbox-selecting", "/inbox", {}, select),
	scene("inbox-search", "/inbox?q=boiler", {
		"GET /api/messages": page([
			messageOf({
				id: "msg_aa08",
				body: "The boiler you fitted last week leaks again.",
				createdAt: ago({ minutes: 13 }),
			}),
			messageOf({
				id: "msg_s2",
				from: "+12125550187",
				body: `${"We talked about many things. ".repeat(4)} In the end the boilers stay.`,
			}),
		]),
	}),
	scene("inbox-search-none", "/inbox?q=zeppelin", { "GET /api/messages": page([]) }),
	scene("inbox-waiting", "/inbox/conv_1"),
	scene("inbox-mine", "/inbox/conv_2"),
	scene("inbox-assistant", "/inbox/conv_3", {}, () => type("On my way.")),
	scene("inbox-colleague", "/inbox/conv_4"),
	scene("inbox-opted-out", "/inbox/conv_5"),
	scene("inbox-thread-refused", "/inbox/conv_1", { "GET /api/conversations/conv_1": offline }),
	scene("inbox-gone", "/inbox/conv_0", {
		"GET /api/conversations/conv_0": refusal(404, "not_found", "There is no such conversation."),
	}),
	scene("inbox-agent", "/inbox/conv_1", { "GET /api/session": { ...agent, numbers: severalLines.numbers } }),
	scene("inbox-held", "/inbox/conv_3", {}, () =>
		typeAndSend("I have taken this over. The van comes at nine."),
	),
	scene(
		"inbox-not-sent",
		"/inbox/conv_3",
		{
			"POST /api/conversations/reply": refusal(
				400,
				"bad_input",
				"+13035550144 has had too many texts within an hour.",
			),
		},
		async () => {
			await typeAndSend("And one more.");
			press("Send Now");
		},
	),
	scene("inbox-costly", "/inbox/conv_2", {}, () =>
		type(`“Thursday” is fine – ${"the van comes between nine and ten. ".repeat(3)}🎉`),
	),
	scene("inbox-long-draft", "/inbox/conv_2", {}, () => type("One line\n".repeat(12))),
	scene("inbox-note", "/inbox/conv_2", {}, () => {
		document.querySelector<HTMLInputElement>('input[value="note"]')?.click();
	}),
	scene("inbox-events-open", "/inbox/conv_1", {}, () => {
		for (const details of document.querySelectorAll("details")) details.open = true;
	}),
	scene("inbox-text-details", "/inbox/conv_1", {}, () => {
		document.querySelector<HTMLButtonElement>("#msg_aa06 .inbox-text-when")?.click();
	}),
	scene("inbox-new-text", "/inbox?to=%2B14155550160"),
	scene("inbox-opt-out", "/inbox/conv_1", {}, () => press("Opt Out…")),
	scene("inbox-hostile", "/inbox/conv_6", {
		"GET /api/conversations/conv_6": threadOf(list[5], {
			messages: hostileTexts.map((body, index) =>
				messageOf({ id: `msg_bad${index}`, from: "WIN-A-PRIZE <b>now</b>", body }),
			),
			notes: hostileTexts.map((text, index) => ({
				id: `note_bad${index}`,
				text,
				authorName: text,
				createdAt: ago({ minutes: 50 }),
			})),
		}),
	}),
	scene("inbox-empty-thread", "/inbox/conv_7", {
		"GET /api/conversations/conv_7": threadOf(
			conversationOf({ id: "conv_7", lastMessage: null, lastMessageAt: null }),
			{
				messages: [],
				notes: [],
			},
		),
		"GET /api/calls": page([]),
		"GET /api/voicemails": page([]),
	}),
	scene("inbox-ten-thousand", "/inbox/conv_9", longConversation(10_000, { newest: 50, older: 100 })),
];

function scene(name: string, path: string, more: Scene["answers"] = {}, act?: Scene["act"]): Scene {
	return { name, path, answers: { ...answers, ...more }, ...(act && { act: () => settled(act) }) };
}

/** Code and facts of an open conversation load after the page. */
async function settled(act: () => void | Promise<void>): Promise<void> {
	const isOpen = location.pathname !== "/inbox";
	await until(
		() => document.querySelector(isOpen ? ".inbox-conversation .segment, .refusal" : ".row, .empty") !== null,
	);
	await act();
}

async function type(text: string): Promise<void> {
	await until(() => document.querySelector(".inbox-composer-field") !== null);
	const field = document.querySelector<HTMLTextAreaElement>(".inbox-composer-field");
	if (!field) return;
	field.value = text;
	field.dispatchEvent(new InputEvent("input", { bubbles: true }));
	await until(() => document.querySelector(".inbox-meter")?.textContent?.includes("text") ?? false);
}

async function typeAndSend(text: string): Promise<void> {
	await type(text);
	press("Take Over and Send");
	await until(() => document.querySelector("[data-undo]") !== null);
}

async function select(): Promise<void> {
	press("Select");
	await until(() => document.querySelector(".inbox-select-box") !== null);
	for (const box of [...document.querySelectorAll<HTMLInputElement>(".inbox-select-box")].slice(0, 2))
		box.click();
}

function press(label: string): void {
	const buttons = [...document.querySelectorAll<HTMLButtonElement>("main button, dialog button")];
	buttons.find((button) => button.textContent?.trim() === label)?.click();
}

async function until(isSo: () => boolean): Promise<void> {
	for (let tries = 0; tries < 100 && !isSo(); tries++)
		await new Promise((resolve) => setTimeout(resolve, 20));
}
