#!/usr/bin/env python3
"""Opens a page in headless Chromium and runs a script in it: the function's body of an async function.

    tests/browser/browser.py PAGE SCRIPT

PAGE is a file or an address, SCRIPT a file. Prints what the script returns, as JSON. What the page
throws meanwhile ends it with exit code 1.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

OPTIONS = ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--mute-audio",
           "--autoplay-policy=no-user-gesture-required", "--hide-scrollbars"]


class Page:
    """A page in a browser of its own, which the DevTools protocol steers through two pipes."""

    def __init__(self, address, width=1280, height=900):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)  # its children still write there
        orders, self.orders = os.pipe()
        self.answers, answers = os.pipe()

        def connect():
            high_orders, high_answers = os.dup(orders), os.dup(answers)
            os.dup2(high_orders, 3)
            os.dup2(high_answers, 4)
        self.process = subprocess.Popen(
            ["chromium", *OPTIONS, f"--window-size={width},{height}", f"--user-data-dir={self.profile.name}"],
            preexec_fn=connect, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(orders)
        os.close(answers)
        self.kept, self.number, self.session, self.errors = b"", 0, None, []
        target = self.order("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.order("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.order("Page.enable")
        self.order("Runtime.enable")
        self.open(address)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        os.close(self.orders)
        os.close(self.answers)
        self.profile.cleanup()

    def order(self, method, **parameters):
        """The result of a method of the protocol."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.orders, json.dumps(message).encode() + b"\0")
        answer = self.wait(lambda got: got.get("id") == self.number)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def wait(self, wanted):
        while True:
            while b"\0" not in self.kept:
                more = os.read(self.answers, 1 << 20)
                if not more:
                    raise RuntimeError("the browser has ended")
                self.kept += more
            message, self.kept = self.kept.split(b"\0", 1)
            got = json.loads(message)
            if got.get("method") == "Runtime.exceptionThrown":
                details = got["params"]["exceptionDetails"]
                self.errors.append(details.get("exception", {}).get("description", details["text"]))
            if wanted(got):
                return got

    def open(self, address):
        self.order("Page.navigate", url=address)
        self.wait(lambda got: got.get("method") == "Page.loadEventFired")

    def run(self, script):
        """What the body of an async function returns in the page."""
        result = self.order("Runtime.evaluate", expression=f"(async()=>{{{script}\n}})()",
                            awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"]["exception"].get("description", "the script failed"))
        return result["result"].get("value")


def main():
    address, script = sys.argv[1], pathlib.Path(sys.argv[2]).read_text(encoding="utf-8")
    if "://" not in address:
        address = pathlib.Path(address).resolve().as_uri()
    with Page(address) as page:
        result = page.run(script)
        if page.errors:
            sys.exit("\n".join(page.errors))
    print(json.dumps(result, ensure_ascii=False))


if __name__ == "__main__":
    main()
