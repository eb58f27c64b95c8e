import type { Received } from "./customer-app.ts";
import type { CallView } from "./network.ts";
import { caller, main, phone, useStage } from "./stage.ts";
import { waitFor } from "./wait-for.ts";

export const number = `<Number>${phone}</Number>`;

export function useDialStage() {
	const stage = useStage();
	return {
		stage,
		/** Returns the call with its ringing legs. */
		startDial: async (attributes: string, nouns = number, from = caller): Promise<CallView> => {
			const { app, network } = stage;
			app.on("/voice", `<Dial action="/dialled" ${attributes}>${nouns}</Dial><Say>after</Say>`);
			app.on("/dialled", "<Hangup/>");
			const sid = await network.dial(from, main);
			return await network.until(
				sid,
				({ legs }) => legs.length > 0 && legs.every(({ status }) => status !== "initiated"),
			);
		},
		legOf: (call: CallView, to = phone): string => call.legs.find((leg) => leg.to === to)?.sid ?? "",
		/** The parameters of Dial's action. */
		result: async (): Promise<Received["params"] | undefined> => {
			const [request] = await waitFor(
				() => stage.app.requestsTo("/dialled"),
				(requests) => requests.length > 0,
			);
			return request?.params;
		},
		act: async (sid: string, what: "answer" | "reject" | "hangup"): Promise<void> => {
			await stage.network.control("POST", `/calls/${sid}/${what}`);
		},
		behave: async (phone: string, behaviour: Record<string, unknown>): Promise<void> => {
			await stage.network.control("PUT", `/phones/${encodeURIComponent(phone)}`, behaviour);
		},
	};
}
