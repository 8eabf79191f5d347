import { browser } from "#imports";
import { validatorPort } from "../../utils/messages/answers.ts";
import ValidatorWorker from "../../workers/validator.worker.ts?worker";
import { type HostPort, hostValidator } from "../../workers/validator-host.ts";
import { answerBrief } from "./brief.ts";
import { us } from "./us.ts";

/** Firefox has no offscreen document: the event page hosts the worker, kept alive by a call into the browser. */
export const hostInEventPage = (): void => {
  const serve = hostValidator({
    us: us(),
    openWorker: () => new ValidatorWorker(),
    brief: answerBrief,
    keepAlive: () => void browser.runtime.getPlatformInfo(),
  });
  browser.runtime.onConnect.addListener((port) => {
    if (port.name === validatorPort) serve(port as unknown as HostPort);
  });
};
