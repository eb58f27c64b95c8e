import { dial } from "./dial/dial.ts";
import { enqueue, leave } from "./enqueue.ts";
import { hangup, redirect, reject } from "./flow.ts";
import { gather } from "./gather.ts";
import { pause, play, say } from "./prompts.ts";
import { record } from "./record.ts";
import type { Verb } from "./verb.ts";

export const verbs: Readonly<Record<string, Verb | undefined>> = {
	Say: say,
	Play: play,
	Pause: pause,
	Gather: gather,
	Dial: dial,
	Record: record,
	Redirect: redirect,
	Reject: reject,
	Hangup: hangup,
	Enqueue: enqueue,
	Leave: leave,
};
