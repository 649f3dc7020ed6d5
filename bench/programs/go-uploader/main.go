// Sends a file as a build context, as any client in Go would. Usage: go-uploader HOST:PORT FILE
package main

import (
	"context"
	"encoding/binary"
	"io"
	"log"
	"os"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/encoding"
)

const (
	method     = "/dodil.ignite.v1.BuildService/UploadBuildContext"
	chunkBytes = 512 * 1024
	chunkField = 2<<3 | 2
)

// raw passes messages that are encoded already.
type raw struct{}

func (raw) Marshal(message any) ([]byte, error)       { return message.([]byte), nil }
func (raw) Unmarshal(bytes []byte, message any) error { *message.(*[]byte) = bytes; return nil }
func (raw) Name() string                              { return "raw" }

func main() {
	var codec encoding.Codec = raw{}
	channel, err := grpc.NewClient("passthrough:///"+os.Args[1],
		grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithDefaultCallOptions(grpc.ForceCodec(codec)))
	check(err)
	defer channel.Close()
	description := &grpc.StreamDesc{StreamName: "UploadBuildContext", ClientStreams: true}
	stream, err := channel.NewStream(context.Background(), description, method)
	check(err)
	file, err := os.Open(os.Args[2])
	check(err)
	buffer := make([]byte, chunkBytes)
	for {
		count, err := io.ReadFull(file, buffer)
		if err == io.EOF {
			break
		}
		if err != io.ErrUnexpectedEOF {
			check(err)
		}
		check(stream.SendMsg(message(buffer[:count])))
	}
	check(stream.CloseSend())
	var answer []byte
	check(stream.RecvMsg(&answer))
}

func message(chunk []byte) []byte {
	encoded := binary.AppendUvarint([]byte{chunkField}, uint64(len(chunk)))
	return append(encoded, chunk...)
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
