import type { Voicemail } from "@cloudpbx/contracts/api/voicemails";
import { voicemailOf, voicemails } from "../fixtures/company/calls.ts";
import { agent } from "../fixtures/company/sessions.ts";
import { hostileText } from "../fixtures/hostile.ts";
import { wavOf } from "../fixtures/sound.ts";
import { press } from "../press.ts";
import { ago, refusal, type Scene, type StagedAnswer } from "../scene.ts";

const page = (items: unknown[], nextCursor: string | null = null) => ({ items, nextCursor });
const empty = page([]);
const sound = { "GET /api/voicemails/vm_1/audio": wavOf(23) };

const opened = (change: Partial<Voicemail>): Record<string, StagedAnswer> => {
	const one = voicemailOf({ id: "vm_1", ...change });
	return { "GET /api/voicemails/vm_1": one, "GET /api/voicemails": page([one, ...voicemails.slice(1)]) };
};

export const scenes: Scene[] = [
	{ name: "voicemail-list", path: "/voicemail" },
	{ name: "voicemail-open", path: "/voicemail/vm_1", answers: sound },
	{
		name: "voicemail-heard",
		path: "/voicemail/vm_1",
		answers: {
			...sound,
			...opened({ listenedAt: ago({ minutes: 30 }), listenedBy: { id: "usr_jane", name: "Jane Smith" } }),
		},
	},
	{
		name: "voicemail-loading",
		path: "/voicemail/vm_1",
		answers: { "GET /api/voicemails": "never", "GET /api/voicemails/vm_1": "never" },
	},
	{
		name: "voicemail-refused",
		path: "/voicemail",
		answers: {
			"GET /api/voicemails": refusal(
				503,
				"unavailable",
				"The database does not answer. Try again in a minute.",
			),
		},
	},
	{
		name: "voicemail-gone",
		path: "/voicemail/vm_0",
		answers: { "GET /api/voicemails/vm_0": refusal(404, "not_found", "There is no such voicemail.") },
	},
	{ name: "voicemail-empty", path: "/voicemail", answers: { "GET /api/voicemails": empty } },
	{ name: "voicemail-all-heard", path: "/voicemail?heard=false", answers: { "GET /api/voicemails": empty } },
	{ name: "voicemail-filtered-empty", path: "/voicemail?ext=102", answers: { "GET /api/voicemails": empty } },
	{
		name: "voicemail-agent-empty",
		path: "/voicemail",
		answers: { "GET /api/session": agent, "GET /api/voicemails": empty },
	},
	{ name: "voicemail-agent", path: "/voicemail/vm_1", answers: { ...sound, "GET /api/session": agent } },
	{
		name: "voicemail-arriving",
		path: "/voicemail/vm_1",
		answers: opened({
			status: "recorded",
			transcript: null,
			transcriptStatus: "pending",
			transcriptSource: null,
		}),
	},
	{
		name: "voicemail-failed",
		path: "/voicemail/vm_1",
		answers: opened({
			status: "failed",
			failure: "the carrier answered 503",
			transcript: null,
			transcriptStatus: "failed",
			transcriptSource: null,
		}),
	},
	{
		name: "voicemail-mark-refused",
		path: "/voicemail/vm_1",
		answers: {
			...sound,
			"POST /api/voicemails/vm_1/listen": refusal(
				503,
				"unavailable",
				"The voice service does not answer. Try again.",
			),
		},
		act: () => press("Mark Heard"),
	},
	{ name: "voicemail-deleting", path: "/voicemail/vm_1", answers: sound, act: () => press("Delete…") },
	{
		name: "voicemail-hostile",
		path: "/voicemail/vm_1",
		answers: {
			...sound,
			...opened({
				transcript: hostileText,
				listenedAt: ago({ minutes: 3 }),
				listenedBy: { id: null, name: hostileText },
			}),
		},
	},
];
