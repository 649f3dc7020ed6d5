// Package ignite is what `import "ignite"` means in the emulator. The platform's own package is not public; this one
// has the names that its pages use.
package ignite

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"runtime/debug"
)

// Context tells a handler about its run.
type Context struct {
	ExecutionID    string
	FunctionID     string
	OrganizationID string
	Headers        http.Header
}

// Handler is a function of the payload and the context, in either order: the pages that can be read do not tell which.
type Handler interface {
	func([]byte, *Context) ([]byte, error) | func(*Context, []byte) ([]byte, error)
}

type question struct {
	ID  string `json:"id"`
	Ctx *struct {
		ExecutionID    string `json:"execution_id"`
		FunctionID     string `json:"function_id"`
		OrganizationID string `json:"organization_id"`
	} `json:"ctx"`
	Request struct {
		Headers map[string][]string `json:"headers"`
	} `json:"request"`
	Payload []byte `json:"payload"`
}

// Start answers every request with what the handler returns. It does not return while the platform asks.
func Start[H Handler](handler H) {
	call := either(handler)
	in := bufio.NewReader(os.Stdin)
	for {
		line, err := in.ReadBytes('\n')
		if err == io.EOF {
			os.Exit(0)
		}
		var asked question
		if err == nil {
			err = json.Unmarshal(line, &asked)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, "ignite:", err)
			os.Exit(1)
		}
		send(answer(call, asked))
	}
}

func either[H Handler](handler H) func([]byte, *Context) ([]byte, error) {
	switch known := any(handler).(type) {
	case func([]byte, *Context) ([]byte, error):
		return known
	case func(*Context, []byte) ([]byte, error):
		return func(payload []byte, ctx *Context) ([]byte, error) { return known(ctx, payload) }
	default:
		panic("ignite.Start was given no handler")
	}
}

func answer(call func([]byte, *Context) ([]byte, error), asked question) (answered map[string]any) {
	answered = map[string]any{"id": asked.ID, "output": []byte{}, "form": "bytes"}
	if asked.Ctx == nil {
		return answered
	}
	defer func() {
		if fault := recover(); fault != nil {
			fmt.Fprintf(os.Stderr, "panic: %v\n\n%s", fault, debug.Stack())
			answered = map[string]any{"id": asked.ID, "error": fmt.Sprintf("panic: %v", fault)}
		}
	}()
	output, err := call(asked.Payload, contextOf(asked))
	if err != nil {
		return map[string]any{"id": asked.ID, "error": err.Error()}
	}
	if output != nil {
		answered["output"] = output
	}
	return answered
}

func contextOf(asked question) *Context {
	headers := http.Header{}
	for name, values := range asked.Request.Headers {
		for _, value := range values {
			headers.Add(name, value)
		}
	}
	return &Context{asked.Ctx.ExecutionID, asked.Ctx.FunctionID, asked.Ctx.OrganizationID, headers}
}

// send writes one line after a record separator, which tells it from what the handler prints.
func send(answered map[string]any) {
	line, err := json.Marshal(answered)
	if err != nil {
		panic(err)
	}
	os.Stdout.Write(append(append([]byte{0x1e}, line...), '\n'))
}
