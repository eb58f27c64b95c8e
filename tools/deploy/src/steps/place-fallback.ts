import { isDeepStrictEqual } from "node:util";
import { openCarrier } from "@cloudpbx/twilio/rest/open-carrier";
import { addressOfFlow, findFlow, publishFlow, type StudioFlow } from "@cloudpbx/twilio/rest/studio-flows";
import type { Deployment } from "../deployment.ts";
import { type Step, step } from "../plan/step.ts";
import { askTwilio } from "./ask-twilio.ts";

export function fallbackName(prefix: string): string {
	return `${prefix} fallback`;
}

export function placeFallback(deployment: Deployment): Step {
	const { answers, twilio } = deployment;
	const name = fallbackName(answers.prefix);
	const definition = fallbackDefinition(answers.companyName);
	return step<StudioFlow | null>({
		name: "Fallback at Twilio",
		explain: [
			"Publishes a small Twilio Studio flow that asks the caller for a message. Twilio uses it when Cloudflare does not answer; it needs none of our Workers.",
		],
		find: async () => {
			const flow = await askTwilio(findFlow(openCarrier(twilio), name));
			if (flow) deployment.facts.fallbackUrl = addressOfFlow(twilio.accountSid, flow.flowSid);
			return flow;
		},
		differs: (flow) => {
			if (!flow) return "publishing it";
			return holds(flow.definition, definition) ? null : "publishing its new words";
		},
		apply: async (flow) => {
			await askTwilio(publishFlow(openCarrier(twilio), { flowSid: flow?.flowSid ?? null, name, definition }));
		},
	});
}

/** Twilio may add to a definition. */
function holds(actual: unknown, wanted: unknown): boolean {
	if (Array.isArray(wanted)) {
		return (
			Array.isArray(actual) &&
			actual.length === wanted.length &&
			wanted.every((one, index) => holds(actual[index], one))
		);
	}
	if (typeof wanted !== "object" || wanted === null) return isDeepStrictEqual(actual, wanted);
	if (typeof actual !== "object" || actual === null) return false;
	return Object.entries(wanted).every(([key, value]) =>
		holds((actual as Record<string, unknown>)[key], value),
	);
}

/** twilio.com/docs/studio/rest-api/v2/flow-definition. After a conversation no message is asked for. */
function fallbackDefinition(companyName: string): object {
	const words = `Thank you for calling ${companyName}. We have technical difficulties. Please leave a message after the tone, and we will call you back.`;
	const say = (name: string, text: string, next: string | null, y: number) => ({
		name,
		type: "say-play",
		transitions: [next ? { event: "audioComplete", next } : { event: "audioComplete" }],
		properties: { say: text, language: "en-US", voice: "Polly.Joanna", loop: 1, offset: { x: 0, y } },
	});
	const bridged = "{{trigger.call.DialBridged}}";
	return {
		description: "CloudPBX: takes a message when its Workers do not answer",
		initial_state: "Trigger",
		flags: { allow_concurrent_calls: true },
		states: [
			{
				name: "Trigger",
				type: "trigger",
				transitions: [
					{ event: "incomingMessage" },
					{ event: "incomingCall", next: "has_talked" },
					{ event: "incomingRequest" },
				],
				properties: { offset: { x: 0, y: 0 } },
			},
			{
				name: "has_talked",
				type: "split-based-on",
				transitions: [
					{ event: "noMatch", next: "apologise" },
					{
						event: "match",
						next: "say_goodbye",
						conditions: [
							{ friendly_name: "has talked", type: "equal_to", arguments: [bridged], value: "true" },
						],
					},
				],
				properties: { input: bridged, offset: { x: 0, y: 200 } },
			},
			say("apologise", words, "take_message", 400),
			{
				name: "take_message",
				type: "record-voicemail",
				transitions: [
					{ event: "recordingComplete", next: "say_goodbye" },
					{ event: "noAudio" },
					{ event: "hangup" },
				],
				properties: {
					transcribe: false,
					trim: "trim-silence",
					play_beep: "true",
					finish_on_key: "#",
					timeout: 5,
					max_length: 120,
					offset: { x: 0, y: 600 },
				},
			},
			say("say_goodbye", "Thank you. Goodbye.", null, 800),
		],
	};
}
