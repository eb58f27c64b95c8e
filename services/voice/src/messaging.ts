import type { MessagingRpc } from "@cloudpbx/contracts/rpc/messaging";

/** The binding's type knows no methods: no service imports another one's code, not even for types. */
export function messagingOf(env: VoiceEnv): Pick<MessagingRpc, "publishLive" | "recogniseDangers"> {
	return env.MESSAGING as unknown as MessagingRpc;
}
