"""Speaking to the site as one signed-in person: plain HTTP, so that a dead server is an error at once."""

import http.client
from dataclasses import dataclass
from uuid import uuid4

CSRF = "a" * 32
TIMEOUT = 20  # seconds


@dataclass(frozen=True)
class Answer:
    """Status and body; the server confirmed a deed when it answers with where to go on (302)."""

    status: int
    body: bytes
    location: str = ""


class Site:
    """A site on loopback and the session of one person."""

    def __init__(self, port: int, session: str) -> None:
        self._port = port
        self._cookies = f"sessionid={session}; csrftoken={CSRF}"

    def get(self, path: str) -> Answer:
        """A page; where the site leads on, the page that it leads to."""
        answer = self._ask("GET", path, b"", {})
        return self._ask("GET", answer.location, b"", {}) if answer.location else answer

    def post(self, path: str, form: bytes) -> Answer:
        return self._ask("POST", path, form, {"Content-Type": "application/x-www-form-urlencoded"})

    def send_file(self, path: str, form: dict[str, str], field: str, name: str, content: bytes) -> Answer:
        mark = uuid4().hex
        parts = [
            f'--{mark}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
            for key, value in form.items()
            if key != field
        ]
        head = f'--{mark}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n\r\n'
        body = b"".join([*parts, head.encode(), content, f"\r\n--{mark}--\r\n".encode()])
        return self._ask("POST", path, body, {"Content-Type": f"multipart/form-data; boundary={mark}"})

    def _ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=TIMEOUT)
        try:
            sent = {"Cookie": self._cookies, "X-CSRFToken": CSRF, **headers}
            connection.request(method, path, body=body or None, headers=sent)
            answer = connection.getresponse()
            location = answer.headers.get("Location", "")
            return Answer(status=answer.status, body=answer.read(), location=location)
        except http.client.HTTPException as error:  # half an answer is no answer
            raise ConnectionError(str(error)) from error
        finally:
            connection.close()
