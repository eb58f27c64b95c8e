import { GatherWebhook } from "@cloudpbx/twilio/voice-webhooks";
import type { Context } from "../context.ts";
import type { ReceptionistPlace } from "../domain/call/call-paths.ts";
import { returnToReceptionist } from "../receptionist/return-to-receptionist.ts";
import { talkToReceptionist } from "../receptionist/talk-to-receptionist.ts";
import { callOf, type IvrContext, moreKeys, type Routes, type RungPath, ringResultOf } from "./door.ts";

const turnPath = "/ivr/receptionist/:attempt{[1-9][0-9]?}/:turn{[1-9][0-9]?}";
const listenPath = `${turnPath}/:silences{[0-9]}`;
const rungPath = `${turnPath}/extension/:ext{1[0-9]{2}}`;

export const receptionist: Routes = {
	[listenPath]: takeWords,
	[listenPath + moreKeys]: takeWords,
	[`${rungPath}/:ended{result|choice}`]: returnCaller,
	[`${rungPath}/member/:member{1[0-9]{2}}/:ended{result}`]: returnCaller,
};

async function takeWords(ctx: Context, c: IvrContext) {
	const { typed, ...place } = c.req.param() as unknown as Place & { typed?: string };
	const input = { ...GatherWebhook.parse(c.get("params")), ...(typed && { typed }) };
	return (await talkToReceptionist(ctx, callOf(c), { place: placeOf(place), input })).steps;
}

async function returnCaller(ctx: Context, c: IvrContext) {
	const path = c.req.param() as unknown as Place & RungPath & { ended: string };
	const { ext, member = null, ended, ...place } = path;
	const params = c.get("params");
	const call = callOf(c);
	const what =
		ended === "result"
			? { kind: "ringing" as const, result: ringResultOf(call, params) }
			: { kind: "choice" as const, digits: GatherWebhook.parse(params).digits };
	return (await returnToReceptionist(ctx, call, { ext, member, place: placeOf(place) }, what)).steps;
}

interface Place {
	attempt: string;
	turn: string;
	silences?: string;
}

function placeOf(path: Place): ReceptionistPlace {
	return { attempt: Number(path.attempt), turn: Number(path.turn), silences: Number(path.silences ?? 0) };
}
