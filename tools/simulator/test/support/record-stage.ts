import type { Received } from "./customer-app.ts";
import { accountSid, publicUrl } from "./network.ts";
import { caller, main, useStage } from "./stage.ts";
import { waitFor } from "./wait-for.ts";

export function useRecordStage() {
	const stage = useStage();
	return {
		stage,

		/** Returns a call that is recorded, after the beep. */
		startRecord: async (attributes = ""): Promise<string> => {
			const { app, network } = stage;
			const timeout = attributes.includes("timeout=") ? "" : 'timeout="60"';
			app.on(
				"/voice",
				`<Record action="/done" recordingStatusCallback="/recorded" transcribeCallback="/text" ${timeout} ${attributes}/><Say>after</Say>`,
			);
			app.on("/done", "<Hangup/>");
			app.on("/recorded", "");
			app.on("/text", "");
			const sid = await network.dial(caller, main);
			await network.untilWaiting(sid, "record");
			return sid;
		},

		leave: async (sid: string, said: Record<string, unknown>): Promise<void> => {
			await stage.network.control("POST", `/calls/${sid}/recording`, said);
		},

		first: async (path: string): Promise<Received["params"]> => {
			const [request] = await waitFor(
				() => stage.app.requestsTo(path),
				(requests) => requests.length > 0,
			);
			return request?.params ?? {};
		},

		/** Replaces the public address by that of the test. */
		fetchMedia: async (url: string, authorized = true): Promise<Response> => {
			const { origin } = stage.network;
			const credentials = `Basic ${btoa(`${accountSid}:12345`)}`;
			return await fetch(url.replace(publicUrl, origin), {
				headers: authorized ? { authorization: credentials } : {},
			});
		},
	};
}
